package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import uk.nhs.estate.TestService;

class ProblemsTest {
  private static final TestService SERVICE = Api.SERVICE;

  @ParameterizedTest
  @CsvSource({
    "/api/v1/domains/192.0.2.1, name, IP address",
    "/api/v1/domains/%5B2001:db8::1%5D, name, ''",
    "/api/v1/domains/https:%2F%2Fwww.nhs.uk%2Fpage, name, www.nhs.uk",
    "/api/v1/domains/localhost, name, ending",
    "/api/v1/domains/a%00b.nhs.uk, name, U+0000",
    "/api/v1/domains/%FF%FE.nhs.uk, name, ''",
    "/api/v1/sites/a_b.nhs.uk/scores, name, underscore",
    "/api/v1/sites/nhs..uk/history, name, dot",
    "/api/v1/organisations/R%C5%BF1, code, ODS",
    "/api/v1/organisations/R, code, ODS",
    "/api/v1/organisations?parent=R%20T, parent, ODS",
    "/api/v1/organisations?type=HOSPITAL, type, GP_PRACTICE",
    "/api/v1/organisations?status=, status, value",
    "/api/v1/organisations?nameContains=, nameContains, ''",
    "/api/v1/organisations?nameContains=a%00, nameContains, ''",
    "/api/v1/sites?domain=https://nhs.uk, domain, page",
    "/api/v1/domains?grade=G, grade, F",
    "/api/v1/domains?lifecycle=GONE, lifecycle, RETIRED",
    "/api/v1/scans/not-a-uuid, id, ''",
    "/api/v1/scans?state=LOST, state, QUEUED",
    "/api/v1/findings/12x, id, whole number",
    "/api/v1/findings/99999999999999999999, id, whole number",
    "/api/v1/findings?rule=Tls.%25, rule, check",
    "/api/v1/findings?severity=HIGH, severity, URGENT",
    "/api/v1/observations?kind=HOST, kind, SITE",
    "/api/v1/observations?nmae=nhs.uk, nmae, name",
    "/api/v1/domains/nhs.uk?limit=3, limit, ''",
    "/api/v1/findings?name=a.nhs.uk&name=b.nhs.uk, name, once"
  })
  void aMistakeIsToldWithItsField(String path, String field, String words) {
    var problem = Api.problem(400, path);
    assertThat(problem.path("errors")).hasSize(1);
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/errors/0/message").asText()).contains(words);
    assertThat(problem.path("instance").asText()).startsWith("/api/v1/");
  }

  @Test
  void whatIsNowhereIsNotFound() {
    for (var path :
        new String[] {"/api", "/api/v1", "/api/v1/", "/api/v2/domains", "/api/v1/houses"}) {
      Api.problem(404, path);
    }
  }

  @Test
  void anotherMethodIsRefusedWithThoseThatAreAllowed() {
    var answer = SERVICE.send(SERVICE.request("/api/v1/domains").DELETE());
    Api.problem(405, answer);
    assertThat(Api.header(answer, "Allow")).contains("GET");
    Api.problem(
        405,
        SERVICE.send(SERVICE.request("/api/v1/checks").method("PATCH", BodyPublishers.noBody())));
    Api.problem(
        405,
        SERVICE.send(SERVICE.request("/api/v1/checks").method("TRACE", BodyPublishers.noBody())));
    Api.problem(
        405,
        SERVICE.send(SERVICE.request("/api/v1/checks").method("FROB", BodyPublishers.noBody())));
  }

  @Test
  void anotherFormThanJsonIsNotAcceptable() {
    Api.problem(406, "/api/v1/checks", "Accept", "text/csv");
    assertThat(SERVICE.get("/api/v1/checks", "Accept", "text/html,*/*;q=0.1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBodyThatIsNoJsonIsUnsupported() {
    var form =
        SERVICE
            .request("/api/v1/scans")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("kind=SITE&name=www.nhs.uk"));
    Api.problem(415, SERVICE.send(form));
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    var body = "{\"kind\": \"SITE\", \"name\": \"%s\"}".formatted("a".repeat(2_000_000));
    Api.problem(413, SERVICE.post("/api/v1/scans", body));
  }

  @Test
  void headIsAnsweredAsGetIsWithoutTheBody() {
    for (var path :
        new String[] {"/api/v1/checks", "/api/v1/organisations/ZZZ", "/api/v1/findings/x"}) {
      var head = SERVICE.send(SERVICE.request(path).method("HEAD", BodyPublishers.noBody()));
      assertThat(head.statusCode()).isEqualTo(SERVICE.get(path).statusCode());
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void aFaultOfOursIsToldWithoutWhatHappenedAndLoggedOnceUnderTheRequestsId() {
    var log = (Logger) LoggerFactory.getLogger("uk.nhs.estate");
    var lines =
        new ListAppender<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            super.append(line);
          }
        };
    lines.start();
    log.addAppender(lines);
    log.setAdditive(false);
    try (var broken = TestService.start(Map.of())) {
      broken.sql("drop table observation cascade");
      var answer = broken.get("/api/v1/observations", "X-Request-ID", "to-be-found");

      assertThat(Api.problem(500, answer).path("detail").asText()).contains("X-Request-ID");
      assertThat(answer.body()).doesNotContainIgnoringCase("select").doesNotContain("relation");
      assertThat(Api.header(answer, "X-Request-ID")).isEqualTo("to-be-found");
      assertThat(lines.list).hasSize(1);
      assertThat(lines.list.getFirst().getMDCPropertyMap()).containsEntry("request", "to-be-found");
      assertThat(lines.list.getFirst().getThrowableProxy().getMessage()).contains("observation");
    } finally {
      log.detachAppender(lines);
      log.setAdditive(true);
    }
  }

  @Test
  void aPersonGetsAPageOutsideTheApi() {
    var answer = SERVICE.get("/nowhere", "Accept", "text/html,application/xhtml+xml");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Api.header(answer, "Content-Type")).startsWith("text/html");
    Api.problem(404, "/nowhere");
    Api.problem(404, "/api/v1/nowhere", "Accept", "text/html");
  }
}
