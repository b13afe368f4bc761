package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.store.PublishedKeys;
import uk.nhs.estate.store.PublishedKeys.Found;

class DkimApiTest {
  private static final String V1 = "/api/v1/domains/";
  private static final Instant SEEN = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void keepsTheSelectorsOfADomain() {
    SeededEstate.domain("selectors.test");
    var path = V1 + "selectors.test/dkim-selectors";
    assertThat(Api.get(path).path("selectors")).isEmpty();
    var put = put(path, "{\"selectors\": [\"S2\", \"s1\", \"s2\"]}");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(selectors(Api.body(put, path, "put", "200"))).containsExactly("s1", "s2");
    assertThat(selectors(Api.get(path))).containsExactly("s1", "s2");

    put(path, "{\"selectors\": [\"s2\"]}");
    assertThat(selectors(Api.get(path))).containsExactly("s2");
    put(path, "{\"selectors\": [\"s1\"]}");
    assertThat(selectors(Api.get(path))).containsExactly("s1");
  }

  @Test
  void keepsTheirHistory() {
    SeededEstate.domain("history-of-selectors.test");
    var path = V1 + "history-of-selectors.test/dkim-selectors";
    put(path, "{\"selectors\": [\"s1\"]}");
    put(path, "{\"selectors\": [\"s1\"]}");
    put(path, "{\"selectors\": []}");
    var changes = Api.all(V1 + "history-of-selectors.test/history");
    assertThat(Api.texts(changes, "entry"))
        .containsExactly("DKIM_SELECTOR", "DKIM_SELECTOR", "DOMAIN");
    assertThat(Api.texts(changes, "actor").getFirst()).isEqualTo("api");
    assertThat(changes.getFirst().path("changes").toString()).contains("retiredAt");
    assertThat(changes.get(1).path("changes").toString()).contains("\"after\":\"s1\"");
  }

  @Test
  void refusesWhatIsNoSelectorAndNamesTheField() {
    SeededEstate.domain("refused-selectors.test");
    var path = V1 + "refused-selectors.test/dkim-selectors";
    var problem = Api.problem(400, put(path, "{\"selectors\": [\"s1\", \"a_b\"]}"));
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("selectors");
    assertThat(problem.path("detail").asText()).contains("“a_b” is no selector");
    var many =
        IntStream.range(0, 51).mapToObj(at -> "\"s" + at + "\"").collect(Collectors.joining(","));
    assertThat(Api.problem(400, put(path, "{\"selectors\": [" + many + "]}")).toString())
        .contains("at most 50");
    for (var body :
        List.of("", "{}", "[]", "{\"selectors\": null}", "{\"selectors\": [null]}", "{\"a\": 1}")) {
      assertThat(Api.problem(400, put(path, body)).path("errors")).as(body).isNotEmpty();
    }
    assertThat(selectors(Api.get(path))).isEmpty();
  }

  @Test
  void knowsNoSelectorsOfADomainThatIsNotThere() {
    Api.problem(404, V1 + "nowhere.test/dkim-selectors");
    Api.problem(404, V1 + "nowhere.test/dkim-keys");
    Api.problem(404, put(V1 + "nowhere.test/dkim-selectors", "{\"selectors\": []}"));
    SeededEstate.site("www.only-a-site.test", "only-a-site.test");
    Api.problem(404, V1 + "www.only-a-site.test/dkim-selectors");
  }

  @Test
  void tellsWhoPublishesTheSameKey() {
    SeededEstate.organisation("ZK1", "Key Trust");
    SeededEstate.organisation("ZK2", "Lock Trust");
    var one = SeededEstate.domain("one-key.test");
    var other = SeededEstate.domain("other-key.test");
    SeededEstate.claim("ZK1", other.target(), Relation.HOLDER);
    SeededEstate.claim("ZK2", other.target(), Relation.CUSTODIAN);
    var keys = Api.SERVICE.bean(PublishedKeys.class);
    var shared = "a".repeat(64);
    var own = "b".repeat(64);
    keys.keep(
        one.id(),
        SEEN,
        List.of("k1", "own"),
        List.of(new Found("k1", shared, "dkim.supplier.test"), new Found("own", own, null)));
    keys.keep(other.id(), SEEN, List.of("s1"), List.of(new Found("s1", shared, null)));

    var items = Api.all(V1 + "one-key.test/dkim-keys");
    assertThat(Api.texts(items, "selector")).containsExactly("k1", "own");
    assertThat(items.getFirst().path("others").asInt()).isEqualTo(1);
    assertThat(items.getFirst().path("keptAt").asText()).isEqualTo("dkim.supplier.test");
    var sharedWith = items.getFirst().at("/sharedWith/0");
    assertThat(sharedWith.path("name").asText()).isEqualTo("other-key.test");
    assertThat(sharedWith.path("organisations").asText()).isEqualTo("Key Trust, Lock Trust");
    assertThat(Api.get(sharedWith.path("domain").asText()).path("name").asText())
        .isEqualTo("other-key.test");
    assertThat(items.getLast().path("others").asInt()).isZero();
    assertThat(items.getLast().path("keptAt").isNull()).isTrue();
    assertThat(
            Api.all(V1 + "other-key.test/dkim-keys").getFirst().at("/sharedWith/0/name").asText())
        .isEqualTo("one-key.test");

    keys.keep(other.id(), SEEN.plusSeconds(60), List.of("s1"), List.of());
    assertThat(Api.all(V1 + "one-key.test/dkim-keys").getFirst().path("others").asInt()).isZero();
    assertThat(Api.all(V1 + "other-key.test/dkim-keys")).isEmpty();
  }

  private static List<String> selectors(JsonNode body) {
    var texts = new ArrayList<String>();
    body.path("selectors").forEach(selector -> texts.add(selector.asText()));
    return texts;
  }

  private static HttpResponse<String> put(String path, String json) {
    return Api.SERVICE.send(
        Api.SERVICE
            .request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }
}
