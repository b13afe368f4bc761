package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.advice.Proposal;

class MailApiTest {
  private static final String MAIL = "/api/v1/domains/gamma.test/mail";

  @BeforeAll
  static void seed() {
    SeededEstate.scan(SeededEstate.domain("gamma.test"), 0, false);
    SeededEstate.hiddenScan(SeededEstate.domain("dark.test"), 0);
    SeededEstate.domain("unseen.test");
  }

  @Test
  void saysWhatToPublishNext() {
    var advice = Api.all(MAIL + "/advice");
    assertThat(Api.texts(advice, "subject")).containsExactly("DMARC", "SPF");
    assertThat(Api.texts(advice, "text"))
        .containsExactly("v=DMARC1; p=reject; sp=reject", "v=spf1 -all");
    assertThat(advice.getFirst().path("zoneLine").asText())
        .isEqualTo("_dmarc.gamma.test. IN TXT \"v=DMARC1; p=reject; sp=reject\"");
    assertThat(advice.getFirst().path("first")).isNotEmpty();
  }

  @Test
  void saysWhatARecordWouldBeJudged() {
    var preview = preview("{\"spf\": \"v=spf1 -all\", \"dmarc\": \"v=DMARC1; p=reject; x=1\"}");
    assertThat(Api.texts(preview.path("closes"), "rule"))
        .anyMatch(rule -> rule.endsWith("spf-missing"));
    assertThat(Api.texts(preview.path("opens"), "rule")).containsExactly("mail.dmarc-tags-unknown");
    assertThat(preview.at("/opens/0/subject").asText()).isEqualTo("x");
    assertThat(preview.path("observedAt").asText()).isEqualTo("2026-11-01T09:00:00Z");
  }

  @Test
  void saysWhatNobodyHasAsked() {
    var preview = preview("{\"dmarc\": \"v=DMARC1; p=none; rua=mailto:a@reports.test\"}");
    assertThat(Api.texts(preview.path("unchecked"), "rule"))
        .contains("mail.dmarc-report-unauthorised");
  }

  @Test
  void publishesAndStoresNothing() {
    var before = Api.get("/api/v1/domains/gamma.test");
    preview("{\"spf\": \"v=spf1 +all\"}");
    assertThat(Api.get("/api/v1/domains/gamma.test")).isEqualTo(before);
  }

  private static JsonNode preview(String body) {
    var answer = Api.SERVICE.post(MAIL + "/preview", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.body(answer, MAIL + "/preview", "post", "200");
  }

  @Test
  void refusesWhatCannotBeARecordWithTheField() {
    assertThat(refused(400, "{\"spf\": \"\"}")).isEqualTo("spf");
    assertThat(refused(400, "{\"dmarc\": \"v=DMARC1;\\np=none\"}")).isEqualTo("dmarc");
    assertThat(refused(400, "{\"dmarc\": \"" + "x".repeat(Proposal.LONGEST + 1) + "\"}"))
        .isEqualTo("dmarc");
    assertThat(refused(400, "{}")).isEqualTo("spf");
    for (var body :
        new String[] {
          "", "{", "[]", "null", "7", "{\"spf\": []}", "{\"spf\": \"v=spf1\", \"mx\": \"x\"}"
        }) {
      Api.problem(400, Api.SERVICE.post(MAIL + "/preview", body));
    }
  }

  private static String refused(int status, String body) {
    return Api.problem(status, Api.SERVICE.post(MAIL + "/preview", body))
        .at("/errors/0/field")
        .asText();
  }

  @Test
  void tellsADomainThatWasNotSeenFromOneThatIsNotThere() {
    for (var name : new String[] {"dark.test", "unseen.test"}) {
      var path = "/api/v1/domains/" + name + "/mail/";
      assertThat(Api.problem(409, path + "advice").path("detail").asText()).contains(name);
      Api.problem(409, Api.SERVICE.post(path + "preview", "{\"spf\": \"v=spf1 -all\"}"));
    }
    Api.problem(404, "/api/v1/domains/nobody.test/mail/advice");
    Api.problem(400, "/api/v1/domains/no_name/mail/advice");
  }
}
