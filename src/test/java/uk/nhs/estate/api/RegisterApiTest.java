package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Organisation.Parent;
import uk.nhs.estate.register.Organisation.ParentKind;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.store.Register;

class RegisterApiTest {
  private static final String V1 = "/api/v1";

  @BeforeAll
  static void seed() {
    SeededEstate.organisation("ZA1", "Alpha Teaching Trust");
    SeededEstate.organisation("ZA1", "Alpha University Trust");
    SeededEstate.organisation(
        "ZA2",
        "ALPHA PRACTICE",
        OrganisationType.GP_PRACTICE,
        OrganisationStatus.CLOSED,
        new Parent(new OdsCode("ZA1"), ParentKind.COMMISSIONER, LocalDate.of(2020, 4, 1), null));
    var domain = SeededEstate.domain("alpha.test");
    SeededEstate.claim("ZA1", domain.target(), Relation.HOLDER);
    var site = SeededEstate.site("www.alpha.test", "alpha.test");
    SeededEstate.site("xn--caf-dma.alpha.test", "alpha.test");
    SeededEstate.claim("ZA2", site.target(), Relation.SUPPLIER_RUN);
    var retired = SeededEstate.site("old.alpha.test", "alpha.test");
    Api.SERVICE
        .bean(Register.class)
        .change(retired.target(), Lifecycle.RETIRED, ScanLevel.NONE, "a clerk");
    SeededEstate.scan(domain, -1, false);
    SeededEstate.scan(domain, 0, false);
    SeededEstate.scan(domain, 1, true);
    SeededEstate.hiddenScan(domain, 2);
    SeededEstate.hiddenScan(domain, 3);
    var doubted = SeededEstate.domain("alpha-doubted.test");
    SeededEstate.scan(doubted, 0, true);
    SeededEstate.hiddenScan(doubted, 1);
    SeededEstate.hiddenScan(SeededEstate.domain("alpha-unseen.test"), 1);
    Api.SERVICE.sql(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        values ('scan', '%d', '2026-11-25T10:00:00Z', false, 1)
        """
            .formatted(domain.id()));
  }

  @Test
  void showsAnOrganisation() {
    var shown = Api.get(V1 + "/organisations/ZA2");
    assertThat(shown.path("code").asText()).isEqualTo("ZA2");
    assertThat(shown.path("type").asText()).isEqualTo("GP_PRACTICE");
    assertThat(shown.path("status").asText()).isEqualTo("CLOSED");
    assertThat(shown.path("opened").asText()).isEqualTo("2013-04-01");
    assertThat(shown.path("closed").isNull()).isTrue();
    assertThat(shown.at("/parents/0/code").asText()).isEqualTo("ZA1");
    assertThat(shown.at("/parents/0/kind").asText()).isEqualTo("COMMISSIONER");
    assertThat(shown.at("/parents/0/from").asText()).isEqualTo("2020-04-01");
  }

  @Test
  void takesACodeInAnyCase() {
    assertThat(Api.get(V1 + "/organisations/za1").path("code").asText()).isEqualTo("ZA1");
  }

  @Test
  void everyLinkOfAnEntryLeadsSomewhere() {
    for (var path :
        new String[] {"/organisations/ZA1", "/domains/alpha.test", "/sites/www.alpha.test"}) {
      var links = Api.get(V1 + path).path("links");
      assertThat(links).isNotEmpty().allSatisfy(link -> Api.get(link.asText()));
    }
  }

  @Test
  void narrowsOrganisations() {
    assertThat(codes("?nameContains=alpha%20p")).containsExactly("ZA2");
    assertThat(codes("?nameContains=ALPHA")).containsExactly("ZA1", "ZA2");
    assertThat(codes("?nameContains=alpha&type=TRUST")).containsExactly("ZA1");
    assertThat(codes("?nameContains=alpha&type=gp-practice")).containsExactly("ZA2");
    assertThat(codes("?nameContains=alpha&status=ACTIVE")).containsExactly("ZA1");
    assertThat(codes("?parent=ZA1")).containsExactly("ZA2");
    assertThat(codes("?parent=ZA2")).isEmpty();
  }

  @Test
  void takesWildcardsForWhatTheyAre() {
    assertThat(codes("?nameContains=%25")).isEmpty();
    assertThat(codes("?nameContains=%27%20or%20true--")).isEmpty();
  }

  @Test
  void showsADomainWithItsStandingAndClaims() {
    var shown = Api.get(V1 + "/domains/alpha.test");
    assertThat(shown.path("kind").asText()).isEqualTo("DOMAIN");
    assertThat(shown.path("domain").isNull()).isTrue();
    assertThat(shown.path("nextLookAt").asText()).isEqualTo("2026-11-25T10:00:00Z");
    assertThat(Api.texts(shown.path("claims"), "organisation")).containsExactly("ZA1");
    assertThat(shown.at("/claims/0/relation").asText()).isEqualTo("HOLDER");
    var standing = shown.path("standing");
    assertThat(standing.path("points").asInt()).isEqualTo(100);
    assertThat(standing.path("grade").asText()).isEqualTo("A");
    assertThat(standing.path("open")).extracting(JsonNode::asInt).containsExactly(0, 0, 0);
    assertThat(standing.path("lastScannedAt").asText()).isEqualTo("2026-11-04T09:00:00Z");
    assertThat(standing.path("lastSeenAt").asText()).isEqualTo("2026-11-02T09:00:00Z");
    assertThat(standing.at("/coverage/seen").asInt()).isPositive();
  }

  @Test
  void showsASiteWithTheClaimsOnItsDomainToo() {
    var shown = Api.get(V1 + "/sites/www.alpha.test");
    assertThat(shown.path("domain").asText()).isEqualTo("alpha.test");
    assertThat(shown.path("standing").isNull()).isTrue();
    assertThat(shown.path("nextLookAt").isNull()).isTrue();
    assertThat(Api.texts(shown.path("claims"), "target"))
        .containsExactly("/api/v1/sites/www.alpha.test", "/api/v1/domains/alpha.test");
  }

  @Test
  void takesANameAsPeopleWriteIt() {
    for (var written : new String[] {"WWW.Alpha.TEST", "www.alpha.test.", "%20www.alpha.test"}) {
      assertThat(Api.get(V1 + "/sites/" + written).path("name").asText())
          .isEqualTo("www.alpha.test");
    }
    var shown = Api.get(V1 + "/sites/caf%C3%A9.alpha.test");
    assertThat(shown.path("name").asText()).isEqualTo("xn--caf-dma.alpha.test");
    assertThat(shown.path("unicode").asText()).isEqualTo("café.alpha.test");
  }

  @Test
  void narrowsDomainsAndSites() {
    assertThat(names("/domains?organisation=ZA1")).containsExactly("alpha.test");
    assertThat(names("/domains?organisation=ZA2")).isEmpty();
    assertThat(names("/sites?organisation=ZA2")).containsExactly("www.alpha.test");
    assertThat(names("/sites?organisation=ZA1"))
        .containsExactly("old.alpha.test", "www.alpha.test", "xn--caf-dma.alpha.test");
    assertThat(names("/sites?domain=Alpha.test&lifecycle=RETIRED"))
        .containsExactly("old.alpha.test");
    assertThat(names("/sites?nameContains=WW.ALPHA")).containsExactly("www.alpha.test");
    assertThat(names("/domains?nameContains=alpha.test&grade=A")).containsExactly("alpha.test");
    assertThat(names("/domains?nameContains=alpha.test&grade=F")).isEmpty();
  }

  @Test
  void tellsTheHistoryOfAnOrganisation() {
    var history = Api.all(V1 + "/organisations/ZA1/history");
    assertThat(Api.texts(history, "entry"))
        .containsExactly("CLAIM", "ORGANISATION", "ORGANISATION");
    assertThat(history.getFirst().path("target").asText()).isEqualTo("/api/v1/domains/alpha.test");
    var renamed = history.get(1);
    assertThat(renamed.path("actor").asText()).isEqualTo("a test");
    assertThat(renamed.path("changes")).hasSize(1);
    assertThat(renamed.at("/changes/0/field").asText()).isEqualTo("name");
    assertThat(renamed.at("/changes/0/before").asText()).isEqualTo("Alpha Teaching Trust");
    assertThat(renamed.at("/changes/0/after").asText()).isEqualTo("Alpha University Trust");
    assertThat(history.getLast().at("/changes/0/before").isNull()).isTrue();
  }

  @Test
  void tellsTheHistoryOfASiteWithoutTheStoresKeys() {
    var history = Api.all(V1 + "/sites/old.alpha.test/history");
    assertThat(Api.texts(history, "entry")).containsExactly("SITE", "SITE");
    var retired = history.getFirst();
    assertThat(retired.path("actor").asText()).isEqualTo("a clerk");
    assertThat(Api.texts(retired.path("changes"), "field"))
        .containsExactlyInAnyOrder("lifecycle", "scanLevel", "retiredAt");
    assertThat(Api.texts(history.getLast().path("changes"), "field"))
        .contains("name", "registeredAt")
        .doesNotContain("id", "domain_id", "domainId", "kind");
  }

  @Test
  void tellsTheScoresOfADomain() {
    var scores = Api.all(V1 + "/domains/alpha.test/scores");
    assertThat(Api.texts(scores, "at"))
        .containsExactly("2026-11-02T09:00:00Z", "2026-11-01T09:00:00Z", "2026-10-31T09:00:00Z");
    assertThat(scores).extracting(score -> score.path("points").asInt()).startsWith(100, 62);
  }

  @Test
  void tellsTheLastVerdictsAndWhenTheyWereLastObserved() {
    var verdicts = Api.all(V1 + "/domains/alpha.test/verdicts");
    assertThat(Api.texts(verdicts, "rule")).contains("mail.parked-spf-missing").isSorted();
    assertThat(verdicts)
        .allSatisfy(
            verdict -> {
              assertThat(verdict.path("outcome").asText()).isEqualTo("UNKNOWN");
              assertThat(verdict.path("judgedAt").asText()).isEqualTo("2026-11-04T09:00:00Z");
              assertThat(verdict.path("unknownSince").asText()).isEqualTo("2026-11-03T09:00:00Z");
            });
    assertThat(verdicts)
        .anySatisfy(
            verdict ->
                assertThat(verdict.path("observedAt").asText()).isEqualTo("2026-11-02T09:00:00Z"));
  }

  @Test
  void oneLookInVainLeavesWhatWasSaidBefore() {
    assertThat(Api.all(V1 + "/domains/alpha-doubted.test/verdicts"))
        .isNotEmpty()
        .allSatisfy(
            verdict -> {
              assertThat(verdict.path("outcome").asText()).isNotEqualTo("UNKNOWN");
              assertThat(verdict.path("judgedAt").asText()).isEqualTo("2026-11-01T09:00:00Z");
              assertThat(verdict.path("unknownSince").asText()).isEqualTo("2026-11-02T09:00:00Z");
            });
    assertThat(Api.texts(Api.all(V1 + "/domains/alpha-unseen.test/verdicts"), "outcome"))
        .isNotEmpty()
        .containsOnly("PENDING");
  }

  @Test
  void whatIsNotInTheRegisterIsNotFound() {
    for (var path :
        new String[] {
          "/organisations/ZZZ",
          "/organisations/ZZZ/history",
          "/domains/nobody.test",
          "/domains/www.alpha.test",
          "/sites/nobody.test/scores",
          "/sites/nobody.test/verdicts",
          "/sites/nobody.test/history"
        }) {
      Api.problem(404, V1 + path);
    }
  }

  private static Iterable<String> codes(String query) {
    return Api.texts(Api.all(V1 + "/organisations" + query), "code");
  }

  private static Iterable<String> names(String query) {
    return Api.texts(Api.all(V1 + query), "name");
  }
}
