package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.advice.HeaderText;

class HeadersApiTest {
  private static final String PREVIEW = "/api/v1/sites/www.header.test/headers/preview";

  @BeforeAll
  static void seed() {
    SeededEstate.siteScan(SeededEstate.site("www.header.test", "header.test"), 0);
    SeededEstate.hiddenScan(SeededEstate.site("dark.header.test", "header.test"), 0);
    SeededEstate.site("unseen.header.test", "header.test");
  }

  @Test
  void saysWhatAHeaderWouldBeJudged() {
    var preview =
        preview("Strict-Transport-Security: max-age=31536000\nContent-Type: text/html\n", false);
    assertThat(Api.texts(preview.at("/changes/opens"), "rule")).contains("http.csp-missing");
    assertThat(preview.path("gone").toString()).contains("Content-Security-Policy");
    assertThat(preview.at("/proposed/points").asInt())
        .isLessThan(preview.at("/today/points").asInt());
    assertThat(preview.at("/changes/observedAt").asText()).isEqualTo("2026-11-01T09:00:00Z");
  }

  @Test
  void keepsWhatIsNotNamedIfAskedTo() {
    var preview = preview("Strict-Transport-Security: max-age=60", true);
    assertThat(Api.texts(preview.at("/changes/opens"), "rule")).contains("http.hsts-short");
    assertThat(preview.path("gone")).isEmpty();
  }

  @Test
  void whatIsHostileComesBackAsText() {
    var preview =
        preview(
            "Set-Cookie: =cmd|' /C calc'!A0<script>alert(1)</script>\u202E=1\nServer: x/1.2", true);
    assertThat(preview.path("changes").isObject()).isTrue();
  }

  @Test
  void saysWhatTheObservatoryWouldSay() {
    var card = Api.get("/api/v1/sites/www.header.test/observatory");
    assertThat(card.path("tests")).hasSize(12);
    assertThat(Api.texts(card.path("tests"), "test"))
        .startsWith("content-security-policy", "cookies");
    assertThat(card.path("grade").asText()).isNotEmpty();
    assertThat(preview("X: 1", false).at("/observatory/score").asInt())
        .isLessThan(card.path("score").asInt());
    Api.problem(409, "/api/v1/sites/unseen.header.test/observatory");
    Api.problem(404, "/api/v1/sites/nobody.test/observatory");
  }

  @Test
  void sendsAndStoresNothing() {
    var before = Api.get("/api/v1/sites/www.header.test");
    preview("X-Frame-Options: DENY", false);
    assertThat(Api.get("/api/v1/sites/www.header.test")).isEqualTo(before);
  }

  @Test
  void refusesWhatIsNoHeaderWithItsLine() {
    for (var text :
        new String[] {"no field", "X: \u0000", "", "X: " + "a".repeat(HeaderText.LONGEST)}) {
      assertThat(refused(text)).isEqualTo("headers");
    }
    for (var body :
        new String[] {
          "", "{", "[]", "null", "7", "{}", "{\"headers\": []}", "{\"headers\": \"X: 1\", \"x\": 1}"
        }) {
      Api.problem(400, Api.SERVICE.post(PREVIEW, body));
    }
  }

  @Test
  void tellsASiteThatWasNotSeenFromOneThatIsNotThere() {
    for (var name : new String[] {"dark.header.test", "unseen.header.test"}) {
      var path = "/api/v1/sites/" + name + "/headers/preview";
      var problem = Api.problem(409, Api.SERVICE.post(path, "{\"headers\": \"X: 1\"}"));
      assertThat(problem.path("detail").asText()).contains(name);
    }
    Api.problem(
        404,
        Api.SERVICE.post("/api/v1/sites/nobody.test/headers/preview", "{\"headers\": \"X: 1\"}"));
    Api.problem(
        400, Api.SERVICE.post("/api/v1/sites/no_name/headers/preview", "{\"headers\": \"X: 1\"}"));
  }

  private static String refused(String headers) {
    return Api.problem(400, Api.SERVICE.post(PREVIEW, body(headers, false)))
        .at("/errors/0/field")
        .asText();
  }

  private static JsonNode preview(String headers, boolean merge) {
    var answer = Api.SERVICE.post(PREVIEW, body(headers, merge));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.body(answer, PREVIEW, "post", "200");
  }

  private static String body(String headers, boolean merge) {
    return new ObjectMapper().valueToTree(Map.of("headers", headers, "merge", merge)).toString();
  }
}
