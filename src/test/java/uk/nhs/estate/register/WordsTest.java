package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.register.Organisation.Parent;
import uk.nhs.estate.register.Organisation.ParentKind;

class WordsTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final OdsCode CODE = new OdsCode("RXX");

  @ParameterizedTest
  @CsvSource({
    "rgt, RGT",
    "' A81001 ', A81001",
    "A1B2C, A1B2C",
    "A81013001, A81013001",
    "ABCDEFGHIJ, ABCDEFGHIJ"
  })
  void readsAnOdsCodeInAnyCase(String written, String code) {
    assertThat(OdsCode.parse(written)).isEqualTo(new OdsCode(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RG", "ABCDEFGHIJK", "R-T", "RÉT", "R T", "R\u0000T", "ſſſſ"})
  void refusesWhatIsNoOdsCode(String text) {
    assertThatThrownBy(() -> OdsCode.parse(text))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("ods_code"));
  }

  @ParameterizedTest
  @CsvSource({
    "RO197, TRUST",
    "RO177|RO76, GP_PRACTICE",
    "RO76|RO177, GP_PRACTICE",
    "RO177|RO80, PRESCRIBING_COST_CENTRE",
    "RO76, OTHER",
    "RO261|RO318, INTEGRATED_CARE_BOARD",
    "RO261, OTHER",
    "RO197|RO57, TRUST",
    "RO999, OTHER",
    "'', OTHER",
  })
  void takesTheTypeFromTheRoles(String roles, OrganisationType type) {
    assertThat(OrganisationType.ofRoles(List.of(roles.split("\\|")))).isEqualTo(type);
  }

  @Test
  void anOrganisationClosesOnItsFirstDayAtTheEarliest() {
    assertThat(organisation("NAME", APRIL, "LS1 1AA", null).closed()).isEqualTo(APRIL);
    assertThatThrownBy(() -> organisation("NAME", APRIL.minusDays(1), "LS1 1AA", null))
        .hasMessageContaining("closed before it opened");
  }

  @Test
  void anOrganisationHasANameThatCanBeRead() {
    for (var name :
        List.of(" ", "A\u0000B", "A\u202EB", "A".repeat(Organisation.MOST_IN_A_NAME + 1))) {
      assertThatThrownBy(() -> organisation(name, null, null, null))
          .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("name"));
    }
    assertThat(organisation("A".repeat(Organisation.MOST_IN_A_NAME), null, null, null).name())
        .hasSize(200);
  }

  @Test
  void anOrganisationHasAPostcodeAndTelephoneNumberOrNone() {
    assertThat(organisation("NAME", null, "ZZ99 3CZ", "+44 (0)113 000 0000").phone()).isNotNull();
    assertThatThrownBy(() -> organisation("NAME", null, "LEEDS", null))
        .hasMessageContaining("is no postcode");
    assertThatThrownBy(() -> organisation("NAME", null, null, "<script>"))
        .hasMessageContaining("is no telephone");
  }

  @Test
  void anOrganisationKnowsItsParentsByKind() {
    var organisation = organisation("NAME", null, null, null);
    assertThat(organisation.parent(ParentKind.REGION)).contains(new OdsCode("Y63"));
    assertThat(organisation.parent(ParentKind.COMMISSIONER)).isEmpty();
    assertThatThrownBy(() -> new Parent(CODE, ParentKind.REGION, APRIL, APRIL.minusDays(1)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aSiteIsItsDomainOrUnderIt() {
    var domain = new DomainName("trust.nhs.uk");
    assertThat(new Site(domain, domain).name()).isEqualTo(domain);
    assertThat(new Site(new DomainName("www.trust.nhs.uk"), domain).kind())
        .isEqualTo(Target.Kind.SITE);
    assertThatThrownBy(() -> new Site(new DomainName("www.other.nhs.uk"), domain))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("host"));
  }

  @Test
  void aScanLevelAllowsWhatNeedsNoMore() {
    assertThat(ScanLevel.of(2)).isEqualTo(ScanLevel.ORDINARY);
    assertThat(ScanLevel.ORDINARY.allows(ScanLevel.PASSIVE)).isTrue();
    assertThat(ScanLevel.ORDINARY.allows(ScanLevel.THOROUGH)).isFalse();
    assertThatThrownBy(() -> ScanLevel.of(4)).isInstanceOf(Refusal.class);
  }

  @Test
  void aClaimHoldsFromItsFirstToItsLastDay() {
    var target = new Domain(new DomainName("trust.nhs.uk"));
    var claim = new Claim(CODE, target, Relation.HOLDER, "register", APRIL, APRIL.plusDays(1));
    assertThat(claim.holdsOn(APRIL.minusDays(1))).isFalse();
    assertThat(claim.holdsOn(APRIL)).isTrue();
    assertThat(claim.holdsOn(APRIL.plusDays(1))).isTrue();
    assertThat(claim.holdsOn(APRIL.plusDays(2))).isFalse();
    assertThatThrownBy(
            () -> new Claim(CODE, target, Relation.HOLDER, "register", APRIL, APRIL.minusDays(1)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Claim(CODE, target, Relation.HOLDER, " ", null, null))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anEmailAddressKeepsItsLocalPartAsWritten() {
    assertThat(EmailAddress.parse(" It.Security+x@Trust.NHS.uk "))
        .hasToString("It.Security+x@trust.nhs.uk");
    assertThat(EmailAddress.parse("a@café.uk")).hasToString("a@xn--caf-dma.uk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@trust.nhs.uk",
        "a@",
        "a@b",
        ".a@trust.nhs.uk",
        "a..b@trust.nhs.uk",
        "a.@trust.nhs.uk",
        "a b@trust.nhs.uk",
        "a@b@trust.nhs.uk",
        "\"a b\"@trust.nhs.uk",
        "a@[192.0.2.1]",
        "a@192.0.2.1",
        "a\r\nBcc: x@trust.nhs.uk",
        "a@trust.nhs.uk\r\nBcc: b@c.uk",
        "é@trust.nhs.uk",
        "a@trust.nhs.uk, b@trust.nhs.uk"
      })
  void refusesWhatIsNoEmailAddress(String text) {
    assertThatThrownBy(() -> EmailAddress.parse(text))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("email"));
  }

  @Test
  void anEmailAddressHas64CharactersBeforeTheAtAnd254AtMost() {
    String domain = ("d".repeat(62) + ".").repeat(3);
    assertThat(EmailAddress.parse("a".repeat(64) + "@trust.nhs.uk").local()).hasSize(64);
    assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@trust.nhs.uk"))
        .isInstanceOf(Refusal.class);
    assertThat(EmailAddress.parse("a".repeat(62) + "@" + domain + "uk").toString()).hasSize(254);
    assertThatThrownBy(() -> EmailAddress.parse("a".repeat(63) + "@" + domain + "uk"))
        .hasMessageContaining("too long");
  }

  private static Organisation organisation(
      String name, @Nullable LocalDate closed, @Nullable String postcode, @Nullable String phone) {
    var region = new Parent(new OdsCode("Y63"), ParentKind.REGION, null, null);
    return new Organisation(
        CODE,
        name,
        OrganisationType.TRUST,
        OrganisationStatus.ACTIVE,
        APRIL,
        closed,
        List.of(region),
        postcode,
        phone);
  }
}
