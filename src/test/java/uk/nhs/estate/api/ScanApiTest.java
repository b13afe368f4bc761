package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.TargetRow;

class ScanApiTest {
  private static final int OF_A_DOMAIN =
      (int)
          Arrays.stream(Topic.values())
              .filter(topic -> topic.target() == Target.Kind.DOMAIN)
              .count();

  private static final String V1 = "/api/v1";
  private static UUID first;
  private static UUID hidden;

  @BeforeAll
  static void seed() {
    SeededEstate.organisation("ZB1", "Beta Trust");
    var domain = SeededEstate.domain("beta.test");
    SeededEstate.claim("ZB1", domain.target(), Relation.HOLDER);
    first = SeededEstate.scan(domain, 0, false);
    SeededEstate.scan(domain, 1, false);
    SeededEstate.scan(domain, 2, true);
    SeededEstate.scan(domain, 3, false);
    SeededEstate.scan(domain, 4, false);
    hidden = SeededEstate.hiddenScan(domain, 5);
    var doubted = SeededEstate.domain("doubted.test");
    SeededEstate.scan(doubted, 0, false);
    var unfounded = SeededEstate.domain("unfounded.test");
    SeededEstate.scan(unfounded, 0, false);
    SeededEstate.scan(unfounded, 1, true);
    SeededEstate.site("www.beta.test", "beta.test");
    SeededEstate.site("busy.beta.test", "beta.test");
    retire(SeededEstate.site("gone.beta.test", "beta.test"));
  }

  private static void retire(TargetRow row) {
    Api.SERVICE
        .bean(Register.class)
        .change(row.target(), Lifecycle.RETIRED, ScanLevel.ORDINARY, "a test");
  }

  @Test
  void listsScansTheLastRequestedFirst() {
    var scans = Api.all(V1 + "/scans?kind=DOMAIN&name=beta.test&limit=2");
    assertThat(scans).hasSize(6);
    assertThat(scans.getLast().path("id").asText()).isEqualTo(first.toString());
    assertThat(Api.texts(scans, "requestedAt")).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(scans).allSatisfy(scan -> assertThat(scan.has("worker")).isFalse());
    assertThat(scans.getFirst().path("outcome").asText()).isEqualTo("UNSEEN");
    assertThat(Api.all(V1 + "/scans?name=beta.test&state=RUNNING")).isEmpty();
  }

  @Test
  void showsAScan() {
    var scan = Api.get(V1 + "/scans/" + hidden);
    assertThat(scan.path("state").asText()).isEqualTo("DONE");
    assertThat(scan.path("name").asText()).isEqualTo("beta.test");
    assertThat(scan.path("links")).allSatisfy(link -> Api.get(link.asText()));
    Api.problem(404, V1 + "/scans/" + UUID.randomUUID());
  }

  @Test
  void aRequestedScanIsAcceptedAndCanBeFollowed() {
    var answer = request("site", "WWW.beta.test");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var scan = Api.body(answer, V1 + "/scans", "post", "202");
    assertThat(scan.path("state").asText()).isEqualTo("QUEUED");
    assertThat(scan.path("reason").asText()).isEqualTo("ON_DEMAND");
    var location = Api.header(answer, "Location");
    assertThat(location).isEqualTo(V1 + "/scans/" + scan.path("id").asText());
    assertThat(Api.get(location)).isEqualTo(scan);
  }

  @Test
  void aScanThatWaitsAlreadyIsGivenAgain() {
    assertThat(Api.header(request("SITE", "busy.beta.test"), "Location"))
        .isEqualTo(Api.header(request("SITE", "busy.beta.test"), "Location"));
  }

  @Test
  void aScanCanBeRequestedWhileWorkersTakeWhatWaits() throws Exception {
    var target = SeededEstate.site("taken.beta.test", "beta.test");
    var scans = Api.SERVICE.bean(Scans.class);
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var worker =
          workers.submit(
              () -> {
                for (int round = 0; round < 200; round++) {
                  var now = Instant.now();
                  var scan = scans.begin(UUID.randomUUID(), target.id(), "a test", now);
                  scans.done(scan.id(), "SEEN", now);
                }
              });
      var callers = new ArrayList<Future<Integer>>();
      for (int caller = 0; caller < 3; caller++) {
        callers.add(
            workers.submit(
                () -> {
                  int accepted = 0;
                  while (!worker.isDone()) {
                    var answer = request("SITE", "taken.beta.test");
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                    accepted++;
                  }
                  return accepted;
                }));
      }
      worker.get();
      for (var caller : callers) {
        assertThat(caller.get()).isPositive();
      }
    }
  }

  @Test
  void whatIsNotScannedCannotBeRequested() {
    var retired = Api.problem(409, request("SITE", "gone.beta.test"));
    assertThat(retired.at("/errors/0/field").asText()).isEqualTo("name");
    assertThat(retired.path("detail").asText()).contains("retired");
    var unknown = Api.problem(422, request("DOMAIN", "www.beta.test"));
    assertThat(unknown.at("/errors/0/field").asText()).isEqualTo("name");
    assertThat(unknown.path("detail").asText()).contains("www.beta.test", "domain");
  }

  @Test
  void aRequestThatCannotBeReadIsRefusedWithTheField() {
    assertThat(
            Api.problem(400, request("SITE", "https://beta.test/")).at("/errors/0/field").asText())
        .isEqualTo("name");
    assertThat(Api.problem(400, request("HOUSE", "beta.test")).at("/errors/0/field").asText())
        .isEqualTo("kind");
    for (var body :
        new String[] {
          "",
          "{",
          "[]",
          "null",
          "7",
          "{}",
          "{\"kind\":\"SITE\"}",
          "{\"name\":\"beta.test\"}",
          "{\"kind\":null,\"name\":null}",
          "{\"kind\":[],\"name\":{}}",
          "{\"kind\":\"SITE\",\"name\":\"beta.test\",\"nmae\":1}",
          "{\"kind\":\"SITE\",\"name\":\"be\\u0000ta.test\"}"
        }) {
      Api.problem(400, Api.SERVICE.post(V1 + "/scans", body));
    }
  }

  @Test
  void listsObservationsWithoutRepeatingWhatStayedTheSame() {
    var observations = Api.all(V1 + "/observations?name=beta.test&limit=1");
    assertThat(observations).hasSize(4);
    var oldest = observations.getLast();
    assertThat(oldest.path("looks").asInt()).isEqualTo(2);
    assertThat(oldest.path("scan").asText()).isEqualTo(first.toString());
    assertThat(oldest.path("firstSeenAt").asText()).isEqualTo("2026-11-01T09:00:00Z");
    assertThat(oldest.path("lastSeenAt").asText()).isEqualTo("2026-11-02T09:00:00Z");
    assertThat(Api.all(V1 + "/observations?name=beta.test&kind=SITE")).isEmpty();
  }

  @Test
  void showsWhatWasSeenAsItWasSent() {
    var oldest = Api.all(V1 + "/observations?name=beta.test").getLast();
    var whole = Api.get(oldest.at("/links/self").asText());
    assertThat(whole.path("observation")).isEqualTo(oldest);
    assertThat(Api.texts(whole.path("sightings"), "topic"))
        .containsExactly("DNS", "MAIL", "REGISTRATION");
    assertThat(whole.at("/sightings/0/facts").toString()).contains("0 issue \\\"ca.test\\\"");
    assertThat(whole.at("/sightings/0/obstacle").isNull()).isTrue();
    assertThat(whole.at("/runBy/place").asText()).isEqualTo("DELEGATED_AWAY");
    assertThat(whole.at("/runBy/services/0/service").asText()).isEqualTo("DNS");
    assertThat(whole.at("/runBy/services/0/parties/0/kind").asText()).isEqualTo("NOT_RECOGNISED");
    assertThat(whole.at("/runBy/services/0/parties/0/supplier").isNull()).isTrue();
  }

  @Test
  void tellsInWordsWhatHidTheFacts() {
    var last = Api.all(V1 + "/observations?name=beta.test").getFirst();
    var whole = Api.get(last.at("/links/self").asText());
    assertThat(whole.at("/runBy/place").asText()).isEqualTo("UNKNOWN");
    assertThat(whole.path("sightings"))
        .hasSize(OF_A_DOMAIN)
        .allSatisfy(
            sighting -> {
              assertThat(sighting.path("facts").isNull()).isTrue();
              assertThat(sighting.path("obstacleKind").asText()).isEqualTo("TIMED_OUT");
              assertThat(sighting.path("obstacle").asText())
                  .isEqualTo("no answer in time (after 10 s)");
            });
  }

  @Test
  void listsOpenFindingsTheMostSevereFirst() {
    var findings = Api.all(V1 + "/findings?name=beta.test&limit=1");
    assertThat(Api.texts(findings, "rule"))
        .contains("mail.parked-spf-missing", "mail.parked-dmarc-missing");
    assertThat(Api.texts(findings, "status")).containsOnly("OPEN");
    assertThat(findings)
        .isSortedAccordingTo(
            (a, b) ->
                severity(a) == severity(b)
                    ? Long.compare(a.path("id").asLong(), b.path("id").asLong())
                    : severity(a).compareTo(severity(b)));
    assertThat(Api.all(V1 + "/findings?organisation=ZB1")).isEqualTo(findings);
  }

  @Test
  void allFindingsStandInOneOrderOfSeverity() {
    for (var severity : Severity.values()) {
      assertThat(Api.texts(Api.all(V1 + "/findings?status=ANY&severity=" + severity), "severity"))
          .allMatch(severity.name()::equals);
    }
    var all = Api.all(V1 + "/findings?status=any&limit=3");
    assertThat(all).isSortedAccordingTo((a, b) -> severity(a).compareTo(severity(b)));
  }

  private static Severity severity(JsonNode finding) {
    return Severity.valueOf(finding.path("severity").asText());
  }

  @Test
  void narrowsFindings() {
    assertThat(Api.all(V1 + "/findings?name=beta.test&rule=mail.parked-spf-missing")).hasSize(1);
    assertThat(Api.all(V1 + "/findings?name=beta.test&status=RESOLVED")).isEmpty();
    assertThat(Api.all(V1 + "/findings?name=beta.test&kind=SITE")).isEmpty();
    assertThat(Api.all(V1 + "/findings?organisation=ZA9")).isEmpty();
  }

  @Test
  void showsAFindingAndWhatScansDidToIt() {
    var listed = Api.all(V1 + "/findings?name=beta.test&rule=mail.parked-spf-missing").getFirst();
    var finding = Api.get(listed.at("/links/self").asText());
    assertThat(finding).isEqualTo(listed);
    assertThat(finding.path("reopened").asInt()).isEqualTo(1);
    assertThat(finding.path("title").asText())
        .isEqualTo(Catalogue.rule("mail.parked-spf-missing").orElseThrow().title());
    var changes = Api.all(finding.at("/links/changes").asText());
    assertThat(Api.texts(changes, "change"))
        .containsExactly("REOPENED", "SUSPECTED", "RESOLVED", "OPENED", "SUSPECTED");
    assertThat(changes.getLast().path("scan").asText()).isEqualTo(first.toString());
    Api.get(finding.at("/links/check").asText());
    Api.problem(404, V1 + "/findings/999999999/changes");
  }

  @Test
  void whatWasSeenOnceIsToldApartFromWhatIsOpen() {
    assertThat(Api.all(V1 + "/findings?name=doubted.test&severity=URGENT")).isEmpty();
    var suspected = Api.all(V1 + "/findings?name=doubted.test&status=suspected");
    assertThat(Api.texts(suspected, "rule"))
        .contains("mail.parked-spf-missing", "mail.parked-dmarc-missing");
    assertThat(Api.texts(suspected, "status")).containsOnly("SUSPECTED");
    assertThat(Api.texts(suspected, "openedAt")).containsOnly("2026-11-01T09:00:00Z");
    assertThat(suspected).allMatch(finding -> finding.path("closedAt").isNull());
    assertThat(Api.get(V1 + "/domains/doubted.test").at("/standing/open/urgent").asInt()).isZero();
  }

  @Test
  void whatWasNotConfirmedIsKept() {
    assertThat(Api.all(V1 + "/findings?name=unfounded.test")).isEmpty();
    assertThat(Api.all(V1 + "/findings?name=unfounded.test&status=RESOLVED&severity=URGENT"))
        .isEmpty();
    var dropped = Api.all(V1 + "/findings?name=unfounded.test&status=DROPPED");
    assertThat(Api.texts(dropped, "rule"))
        .contains("mail.parked-spf-missing", "mail.parked-dmarc-missing");
    assertThat(Api.texts(dropped, "closedAt")).containsOnly("2026-11-02T09:00:00Z");
    assertThat(dropped).allMatch(finding -> finding.path("reopened").asInt() == 0);
    var changes = Api.all(dropped.getFirst().at("/links/changes").asText());
    assertThat(Api.texts(changes, "change")).containsExactly("DROPPED", "SUSPECTED");
  }

  @Test
  void listsEveryCheckWithItsWords() {
    var checks = Api.all(V1 + "/checks?limit=5");
    assertThat(Api.texts(checks, "id"))
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.rules().stream().map(rule -> rule.id()).toList());
    assertThat(checks)
        .allSatisfy(
            check -> {
              assertThat(check.path("why").asText()).isNotEmpty();
              assertThat(check.path("fix").asText()).isNotEmpty();
              assertThat(check.path("standards")).isNotEmpty();
              assertThat(Api.get(check.at("/links/self").asText())).isEqualTo(check);
            });
    assertThat(Api.all(V1 + "/checks?kind=SITE&severity=URGENT"))
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.path("severity").asText()).isEqualTo("URGENT"))
        .allMatch(check -> check.path("seenTwice").asBoolean());
    Api.problem(404, V1 + "/checks/tls.no-such-check");
    Api.problem(400, V1 + "/checks/NoCheck");
  }

  private static HttpResponse<String> request(String kind, String name) {
    return Api.SERVICE.post(
        V1 + "/scans",
        "{\"kind\": \"%s\", \"name\": \"%s\"}".formatted(kind.toUpperCase(Locale.ROOT), name));
  }
}
