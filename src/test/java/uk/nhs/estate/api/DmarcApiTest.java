package uk.nhs.estate.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.sample.DmarcSample;

class DmarcApiTest {
  private static final String REPORTS = "/api/v1/dmarc-reports";
  private static final String SENT = "/api/v1/domains/sent.test";
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @BeforeAll
  static void seed() {
    SeededEstate.domain("sent.test");
    SeededEstate.domain("taken.test");
    SeededEstate.domain("quiet.test");
    for (int ago = 0; ago < 20; ago++) {
      var day = TODAY.minusDays(ago);
      keep(
          DmarcSample.about("sent.test", day)
              .passing("192.0.2.25", 100)
              .failing("203.0.113.9", 7, "bad.example"));
      keep(
          DmarcSample.about("news.sent.test", day)
              .by("other.example")
              .passing("192.0.2.25", 10)
              .failing("2001:db8::9", 1));
    }
  }

  private static void keep(DmarcSample report) {
    assertThat(post("application/gzip", report.gzip()).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "text/xml; charset=iso-8859-1",
        "application/gzip",
        "application/zip",
        "application/octet-stream",
        "application/json",
        "application/x-www-form-urlencoded",
        "text/plain"
      })
  void keepsAFileWhateverItIsCalled(String type) {
    var report = DmarcSample.about("taken.test", TODAY).id(type).failing("192.0.2.1", 3);

    var answer = post(type, DmarcSample.zip(report.bytes()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var receipt = Api.body(answer, REPORTS, "post", "201");
    assertThat(receipt.path("stored").asInt()).isEqualTo(1);
    var taken = receipt.path("reports").path(0);
    assertThat(taken.path("outcome").asText()).isEqualTo("STORED");
    assertThat(taken.path("reportId").asText()).isEqualTo(type);
    assertThat(taken.path("messages").asInt()).isEqualTo(3);

    var again = post(type, report.gzip());
    assertThat(again.statusCode()).isEqualTo(200);
    receipt = Api.body(again, REPORTS, "post", "200");
    assertThat(receipt.path("duplicates").asInt()).isEqualTo(1);
    assertThat(receipt.path("reports").path(0).path("outcome").asText()).isEqualTo("DUPLICATE");
  }

  @Test
  void refusesWithTheElementWhatIsNoReport() {
    var wrong = DmarcSample.about("taken.test", TODAY).xml().replace("192.0.2.1", "<nowhere>");
    var problem = Api.problem(422, post("text/xml", wrong.getBytes(UTF_8)));
    assertThat(problem.path("detail").asText()).contains("not well-formed");

    wrong = DmarcSample.about("taken.test", TODAY).xml().replace("192.0.2.1", "nowhere");
    problem = Api.problem(422, post("text/xml", wrong.getBytes(UTF_8)));
    assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("source_ip");
    assertThat(problem.path("detail").asText()).endsWith("source_ip: “nowhere” is no IP address.");

    var unknown = DmarcSample.about("nobody-has.test", TODAY).gzip();
    problem = Api.problem(422, post("application/gzip", unknown));
    assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("domain");
    assertThat(problem.path("detail").asText()).contains("nobody-has.test");
  }

  @Test
  void refusesBombsAndWhatIsTooLargeOrNothing() {
    var bomb = DmarcSample.gzip(("<feedback>" + " ".repeat(33 << 20)).getBytes(UTF_8));
    assertThat(Api.problem(422, post("application/gzip", bomb)).path("detail").asText())
        .startsWith("There is more in it than");
    assertThat(post("text/xml", new byte[(1 << 20) + 1]).statusCode()).isEqualTo(413);
    assertThat(post("text/xml", new byte[0]).statusCode()).isBetween(400, 422);
  }

  @Test
  void listsWhoSentByDayInPagesTheLastDayFirst() {
    var all = Api.all(SENT + "/dmarc-sources?limit=7");
    assertThat(all).hasSize(60);
    assertThat(Api.texts(all, "day")).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(all.stream().map(item -> item.path("day") + " " + item.path("source")))
        .doesNotHaveDuplicates();
    var first = all.getFirst();
    assertThat(first.path("source").asText()).isEqualTo("192.0.2.25");
    assertThat(first.path("messages").asInt()).isEqualTo(110);
    assertThat(first.path("dkimAligned").asInt()).isEqualTo(110);
    assertThat(first.path("passed").asInt()).isEqualTo(110);
    assertThat(first.path("reporters").toString())
        .isEqualTo("[\"other.example\",\"receiver.example\"]");
    assertThat(Api.texts(all.subList(0, 3), "source"))
        .containsExactly("192.0.2.25", "203.0.113.9", "2001:db8::9");
  }

  @Test
  void listsOnlyTheDaysThatAreAskedFor() {
    var day = TODAY.minusDays(3);
    assertThat(Api.all(SENT + "/dmarc-sources?from=" + day + "&to=" + day)).hasSize(3);
    assertThat(Api.all(SENT + "/dmarc-sources?to=" + TODAY.minusDays(20))).isEmpty();
    for (var wrong :
        new String[] {
          "from=yesterday",
          "from=2026-02-30",
          "from=2026-11-02&to=2026-11-01",
          "from=2020-01-01&to=2026-01-01",
          "from=%2B999999999-01-01&to=%2B999999999-01-01",
          "to=-999999999-01-01",
          "since=2026-01-01",
          "cursor=x"
        }) {
      Api.problem(400, SENT + "/dmarc-sources?" + wrong);
    }
    Api.problem(404, "/api/v1/domains/nobody-has.test/dmarc-sources");
  }

  @Test
  void listsTheReportsThemselvesTheLastReceivedFirst() {
    var all = Api.all(SENT + "/dmarc-reports?limit=15");
    assertThat(all).hasSize(40);
    assertThat(all.getFirst().path("domain").asText()).isEqualTo("news.sent.test");
    assertThat(all.getFirst().path("reporter").asText()).isEqualTo("other.example");
    assertThat(all.getFirst().path("policyPublished").path("p").asText()).isEqualTo("NONE");
    assertThat(all.getFirst().path("receivedBy").asText()).isEqualTo("api");
  }

  @Test
  void judgesWhetherAStricterPolicyWouldHitRealMail() {
    var judged = Api.get(SENT + "/dmarc-enforcement");
    assertThat(judged.path("verdict").asText()).isEqualTo("HARMLESS");
    assertThat(judged.path("messages").asInt()).isEqualTo(20 * 118);
    assertThat(judged.path("passed").asInt()).isEqualTo(20 * 110);
    assertThat(judged.path("unknown").asInt()).isEqualTo(20 * 8);
    assertThat(judged.path("to").asText()).isEqualTo(TODAY.toString());

    judged = Api.get("/api/v1/domains/quiet.test/dmarc-enforcement");
    assertThat(judged.path("verdict").asText()).isEqualTo("TOO_EARLY");
    Api.problem(404, "/api/v1/domains/nobody-has.test/dmarc-enforcement");
  }

  @Test
  void aPageOfAnotherSiteCannotSendReports() {
    var answer =
        Api.SERVICE.send(
            Api.SERVICE
                .request(REPORTS, "Content-Type", "text/plain", "Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofByteArray(DmarcSample.about("taken.test", TODAY).bytes())));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> post(String type, byte[] file) {
    return Api.SERVICE.send(
        Api.SERVICE.request(REPORTS, "Content-Type", type).POST(BodyPublishers.ofByteArray(file)));
  }
}
