package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Effective;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Organisation;
import uk.nhs.estate.observation.mail.ReportDestination.Permission;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.sample.SoundDomain;

class DmarcDiscoveryTest {

  private final List<String> asked = new ArrayList<>();

  /// Discovers with these answers; every other name does not exist.
  private DmarcDiscovery discover(String domain, Lookup... answers) {
    return DmarcDiscovery.of(
        domain,
        (name, type) -> {
          assertThat(type).isEqualTo("TXT");
          asked.add(name);
          return Stream.of(answers)
              .filter(answer -> answer.name().equals(name))
              .findFirst()
              .orElseGet(() -> nxdomain(name, type));
        },
        PublicSuffixes.bundled());
  }

  private static Lookup record(String domain, String... texts) {
    return found(
        "_dmarc." + domain,
        "TXT",
        Stream.of(texts).map(text -> '"' + text + '"').toArray(String[]::new));
  }

  private static Lookup hidden(String domain) {
    return unasked("_dmarc." + domain, "TXT");
  }

  private static void assertOrganisation(DmarcDiscovery discovery, String domain) {
    assertThat(discovery.reading().organisation()).isEqualTo(new Organisation.Known(domain));
  }

  private static void assertOlderOrganisation(DmarcDiscovery discovery, String domain) {
    assertThat(discovery.older().organisation()).isEqualTo(new Organisation.Known(domain));
  }

  @Nested
  class TreeWalk {

    @Test
    void asksEachNameAboveAndNoMore() {
      discover("trust.nhs.uk");
      assertThat(asked).containsExactly("_dmarc.trust.nhs.uk", "_dmarc.nhs.uk", "_dmarc.uk");
    }

    @Test
    void asksEightNamesOfALongOne() { // the example of RFC 9989 §4.10
      discover("a.b.c.d.e.f.g.h.i.j.mail.example.com");
      assertThat(asked.stream().distinct())
          .containsExactly(
              "_dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com",
              "_dmarc.g.h.i.j.mail.example.com",
              "_dmarc.h.i.j.mail.example.com",
              "_dmarc.i.j.mail.example.com",
              "_dmarc.j.mail.example.com",
              "_dmarc.mail.example.com",
              "_dmarc.example.com",
              "_dmarc.com");
    }

    @Test
    void asksEachNameOfOneWithEightLabels() {
      assertThat(discover("a.b.c.d.e.f.example.com").walk()).hasSize(8);
      assertThat(discover("a.b.c.d.e.f.g.example.com").walk()).hasSize(8);
    }

    @Test
    void endsWhereARecordSaysWhetherOthersRegisterBelowIt() {
      discover("trust.nhs.uk", record("trust.nhs.uk", "v=DMARC1; p=none; psd=n"));
      assertThat(asked).containsExactly("_dmarc.trust.nhs.uk");
      asked.clear();
      discover("trust.nhs.uk", record("nhs.uk", "v=DMARC1; p=none; psd=y"));
      assertThat(asked).containsExactly("_dmarc.trust.nhs.uk", "_dmarc.nhs.uk");
    }

    @Test
    void endsWhereItCouldNotAsk() {
      assertThat(discover("trust.nhs.uk", hidden("nhs.uk")).walk()).hasSize(2);
      assertThat(asked).containsExactly("_dmarc.trust.nhs.uk", "_dmarc.nhs.uk");
    }

    @Test
    void readsTheNameInAnyCaseAndWithItsDot() {
      assertThat(discover("Trust.NHS.uk.").domain()).isEqualTo("trust.nhs.uk");
    }

    @Property
    void neverAsksMoreThanEightNames(@ForAll @IntRange(min = 1, max = 60) int labels) {
      asked.clear();
      var walk = discover("a.".repeat(labels) + "test").walk();
      assertThat(walk).hasSize(Math.min(labels + 1, 8));
    }
  }

  @Nested
  class OrganisationalDomain {

    @Test
    void isTheDomainItselfWithoutAnyRecord() {
      assertOrganisation(discover("trust.nhs.uk"), "trust.nhs.uk");
    }

    @Test
    void isTheShortestNameWithARecord() { // RFC 9989 §4.10.2, the first example
      assertOrganisation(
          discover(
              "a.mail.example.com",
              record("mail.example.com", "v=DMARC1; p=none"),
              record("example.com", "v=DMARC1; p=none")),
          "example.com");
    }

    @Test
    void isTheNameThatSaysItIsNoPublicSuffix() { // the second
      assertOrganisation(
          discover(
              "a.mail.example.com",
              record("mail.example.com", "v=DMARC1; p=none; psd=n"),
              record("example.com", "v=DMARC1; p=none")),
          "mail.example.com");
    }

    @Test
    void isOneLabelBelowAPublicSuffix() { // the third
      assertOrganisation(
          discover("a.mail.example.com", record("com", "v=DMARC1; p=none; psd=y")), "example.com");
    }

    @Test
    void isAPublicSuffixThatSendsMailItself() {
      assertOrganisation(discover("nhs.uk", record("nhs.uk", "v=DMARC1; psd=y")), "nhs.uk");
    }

    @Test
    void takesNoNoticeOfANameWithSeveralRecords() {
      assertOrganisation(
          discover("trust.nhs.uk", record("nhs.uk", "v=DMARC1; psd=y", "v=DMARC1; psd=n")),
          "trust.nhs.uk");
    }

    @Test
    void isHiddenByAnyNameThatCouldNotBeAsked() {
      for (var hidden : List.of("trust.nhs.uk", "nhs.uk", "uk")) {
        assertThat(discover("trust.nhs.uk", hidden(hidden)).reading().organisation())
            .isInstanceOf(Organisation.Hidden.class);
      }
    }

    @Test
    void isKnownWhenTheWalkEndsBeforeWhatCouldNotBeAsked() {
      assertOrganisation(
          discover("trust.nhs.uk", record("nhs.uk", "v=DMARC1; psd=y"), hidden("uk")),
          "trust.nhs.uk");
    }
  }

  @Nested
  class Policies {

    private static void assertReads(Effective effective, String words) {
      assertThat(effective.words()).startsWith(words);
    }

    @Test
    void comeFromTheDomainsOwnRecord() {
      var reading =
          discover("trust.nhs.uk", record("trust.nhs.uk", "v=DMARC1; p=reject; np=none")).reading();
      assertReads(reading.domain(), "reject (p at _dmarc.trust.nhs.uk)");
      assertReads(reading.subdomains(), "reject (p at _dmarc.trust.nhs.uk)");
      assertReads(reading.missing(), "none (np at _dmarc.trust.nhs.uk)");
    }

    @Test
    void comeFromTheOrganisationalDomainWithoutARecordOfItsOwn() {
      var discovery =
          discover(
              "clinic.trust.nhs.uk",
              record("trust.nhs.uk", "v=DMARC1; p=reject; sp=quarantine; np=none"));
      assertReads(discovery.reading().domain(), "quarantine (sp at _dmarc.trust.nhs.uk)");
      assertReads(discovery.reading().missing(), "none (np at _dmarc.trust.nhs.uk)");
      assertThat(discovery.inherited())
          .hasValueSatisfying(applies -> assertThat(applies.from()).isEqualTo("trust.nhs.uk"));
    }

    @Test
    void comeFromThePublicSuffixWhenTheOrganisationHasNone() {
      var reading =
          discover("trust.nhs.uk", record("nhs.uk", "v=DMARC1; p=none; sp=reject; psd=y"))
              .reading();
      assertReads(reading.domain(), "reject (sp at _dmarc.nhs.uk)");
      assertReads(reading.subdomains(), "reject (sp at _dmarc.nhs.uk)");
    }

    @Test
    void ofNamesBelowAPublicSuffixComeFromItAlone() {
      var reading =
          discover("nhs.uk", record("nhs.uk", "v=DMARC1; p=none; sp=reject; psd=y")).reading();
      assertReads(reading.domain(), "none (p at _dmarc.nhs.uk)");
      assertReads(reading.subdomains(), "reject (sp at _dmarc.nhs.uk)");
    }

    @Test
    void ofNamesBelowComeFromTheShortestNameWithARecord() {
      var reading =
          discover(
                  "trust.nhs.uk",
                  record("trust.nhs.uk", "v=DMARC1; p=reject; sp=reject"),
                  record("nhs.uk", "v=DMARC1; p=none"))
              .reading();
      assertReads(reading.domain(), "reject (p at _dmarc.trust.nhs.uk)");
      assertReads(reading.subdomains(), "none (p at _dmarc.nhs.uk)");
    }

    @Test
    void passOverANameBetweenTheDomainAndItsOrganisation() {
      assertReads(
          discover(
                  "a.b.trust.nhs.uk",
                  record("b.trust.nhs.uk", "v=DMARC1; p=reject"),
                  record("trust.nhs.uk", "v=DMARC1; p=quarantine"))
              .reading()
              .domain(),
          "quarantine (p at _dmarc.trust.nhs.uk)");
    }

    @Test
    void doNotApplyWithoutAnyRecord() {
      assertReads(discover("trust.nhs.uk").reading().domain(), "nothing (there is no record");
    }

    @Test
    void doNotComeFromSeveralRecords() {
      var several = record("trust.nhs.uk", "v=DMARC1; p=reject", "v=DMARC1; p=none");
      assertReads(discover("trust.nhs.uk", several).reading().domain(), "nothing");
      assertReads(
          discover("trust.nhs.uk", several, record("nhs.uk", "v=DMARC1; p=reject"))
              .reading()
              .domain(),
          "reject (p at _dmarc.nhs.uk)");
    }

    @Test
    void doNotComeFromARecordThatReceiversTakeNoNoticeOf() {
      assertReads(
          discover("trust.nhs.uk", record("trust.nhs.uk", "v=DMARC1; p=rejct")).reading().domain(),
          "nothing (the policy at _dmarc.trust.nhs.uk is none");
    }

    @Test
    void areHiddenOnlyWhereTheyDependOnWhatCouldNotBeAsked() {
      var reading =
          discover("trust.nhs.uk", record("trust.nhs.uk", "v=DMARC1; p=reject"), hidden("nhs.uk"))
              .reading();
      assertReads(reading.domain(), "reject");
      assertThat(reading.subdomains()).isInstanceOf(Effective.Hidden.class);
      assertThat(discover("trust.nhs.uk", hidden("uk")).reading().domain())
          .isInstanceOf(Effective.Hidden.class);
      assertThat(discover("trust.nhs.uk", hidden("trust.nhs.uk")).reading().domain())
          .isInstanceOf(Effective.Hidden.class);
    }

    @Test
    void ofNamesBelowALongOneDoNotComeFromIt() {
      var domain = "a.b.c.d.e.f.example.com"; // eight labels, so a walk from below passes it over
      var reading =
          discover(
                  domain,
                  record(domain, "v=DMARC1; p=reject; psd=n"),
                  record("example.com", "v=DMARC1; p=none"))
              .reading();
      assertReads(reading.domain(), "reject");
      assertReads(reading.subdomains(), "none (p at _dmarc.example.com)");
    }
  }

  @Nested
  class OlderReading {

    @Test
    void goesByThePublicSuffixList() {
      var discovery =
          discover(
              "clinic.trust.nhs.uk",
              record("nhs.uk", "v=DMARC1; p=reject"),
              record("trust.nhs.uk", "v=DMARC1; p=none; sp=quarantine"));
      assertOrganisation(discovery, "nhs.uk");
      assertOlderOrganisation(discovery, "trust.nhs.uk");
      assertThat(discovery.reading().domain().words()).startsWith("reject (p at _dmarc.nhs.uk)");
      assertThat(discovery.older().domain().words())
          .startsWith("quarantine (sp at _dmarc.trust.nhs.uk)");
    }

    @Test
    void findsNothingAboveTheRegisteredName() {
      var discovery = discover("trust.nhs.uk", record("nhs.uk", "v=DMARC1; p=reject; psd=y"));
      assertThat(discovery.older().domain().strength()).contains(Policy.NONE);
      assertThat(discovery.older().domain().words()).startsWith("nothing");
      assertThat(discovery.reading().domain().strength()).contains(Policy.REJECT);
    }

    @Test
    void knowsNoTestModeNorNamesThatDoNotExist() {
      var older =
          discover("trust.nhs.uk", record("trust.nhs.uk", "v=DMARC1; p=reject; np=none; t=y"))
              .older();
      assertThat(older.domain().words()).startsWith("reject (p at");
      assertThat(older.missing().words()).startsWith("reject (p at");
    }

    @Test
    void wantsAPolicy() {
      assertThat(
              discover("trust.nhs.uk", record("trust.nhs.uk", "v=DMARC1; sp=reject"))
                  .older()
                  .domain())
          .isInstanceOf(Effective.Nothing.class);
      assertThat(
              discover(
                      "trust.nhs.uk",
                      record("trust.nhs.uk", "v=DMARC1; sp=reject; rua=mailto:a@trust.nhs.uk"))
                  .older()
                  .subdomains()
                  .words())
          .startsWith("none");
    }

    @Test
    void stopsAtSeveralRecords() {
      assertThat(
              discover(
                      "clinic.trust.nhs.uk",
                      record("clinic.trust.nhs.uk", "v=DMARC1; p=none", "v=DMARC1; p=reject"),
                      record("trust.nhs.uk", "v=DMARC1; p=reject"))
                  .older()
                  .domain()
                  .words())
          .startsWith("nothing (2 records");
    }

    @Test
    void isKnownWhenOnlyTheWalkIsHidden() {
      var older =
          discover("trust.nhs.uk", record("trust.nhs.uk", "v=DMARC1; p=reject"), hidden("nhs.uk"))
              .older();
      assertThat(older.subdomains().words()).startsWith("reject");
    }

    @Test
    void isHiddenWhenTheRegisteredNameCouldNotBeAsked() {
      assertThat(discover("clinic.trust.nhs.uk", hidden("trust.nhs.uk")).older().domain())
          .isInstanceOf(Effective.Hidden.class);
    }

    @Test
    void ofAPublicSuffixIsItsOwnRecordAlone() {
      var older = discover("nhs.uk", record("nhs.uk", "v=DMARC1; p=reject; sp=reject")).older();
      assertThat(older.domain().words()).startsWith("reject");
      assertThat(older.subdomains()).isInstanceOf(Effective.Nothing.class);
    }
  }

  @Nested
  class Destinations {

    private List<ReportDestination> destinations(String rua, Lookup... answers) {
      var all = new ArrayList<>(List.of(answers));
      all.add(record("trust.nhs.uk", "v=DMARC1; p=none; rua=" + rua));
      return discover("trust.nhs.uk", all.toArray(Lookup[]::new)).destinations();
    }

    private Permission permission(String rua, Lookup... answers) {
      return destinations(rua, answers).getFirst().permission();
    }

    private static Lookup said(String by, String... texts) {
      return found(
          "trust.nhs.uk._report._dmarc." + by,
          "TXT",
          Stream.of(texts).map(text -> '"' + text + '"').toArray(String[]::new));
    }

    @Test
    void ofTheSameOrganisationNeedNotSayAnything() {
      assertThat(permission("mailto:a@trust.nhs.uk")).isEqualTo(new Permission.Inside());
      assertThat(permission("mailto:a@dmarc.trust.nhs.uk")).isEqualTo(new Permission.Inside());
      assertThat(asked).noneMatch(name -> name.contains("_report"));
    }

    @Test
    void saySoByARecord() {
      var name = "trust.nhs.uk._report._dmarc.reports.test";
      assertThat(permission("mailto:a@reports.test", said("reports.test", "v=DMARC1")))
          .isEqualTo(new Permission.Granted(name));
      assertThat(
              permission(
                  "mailto:a@reports.test",
                  said("reports.test", "x", "v=DMARC1; rua=mailto:b@reports.test")))
          .isEqualTo(new Permission.Granted(name));
    }

    @Test
    void doNotSaySo() {
      assertThat(permission("mailto:a@reports.test")).isInstanceOf(Permission.Missing.class);
      assertThat(permission("mailto:a@reports.test", said("reports.test", "v=spf1 -all")))
          .isInstanceOf(Permission.Missing.class);
      assertThat(
              permission(
                  "mailto:a@reports.test",
                  said("reports.test", "v=DMARC1; rua=mailto:a@elsewhere.test")))
          .isInstanceOf(Permission.Missing.class);
    }

    @Test
    void areAskedOnceEach() {
      assertThat(destinations("mailto:a@reports.test,mailto:b@reports.test")).hasSize(1);
      assertThat(asked.stream().filter(name -> name.contains("_report"))).hasSize(1);
    }

    @Test
    void couldNotBeAsked() {
      assertThat(
              permission(
                  "mailto:a@reports.test",
                  unasked("trust.nhs.uk._report._dmarc.reports.test", "TXT")))
          .isInstanceOf(Permission.Hidden.class);
    }

    @Test
    void ofAnotherOrganisationForOlderReceiversMustSaySo() {
      assertThat(permission("mailto:a@other.nhs.uk", record("nhs.uk", "v=DMARC1; p=none")))
          .isInstanceOf(Permission.Missing.class);
    }

    @Test
    void dependOnTheWalkOnlyWhereItMayMakeThemInsiders() {
      var clinic =
          record(
              "clinic.trust.nhs.uk", "v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk,mailto:a@x.test");
      assertThat(discover("clinic.trust.nhs.uk", clinic, hidden("nhs.uk")).destinations())
          .extracting(ReportDestination::permission)
          .hasExactlyElementsOfTypes(Permission.Hidden.class, Permission.Missing.class);
    }

    @Test
    void ofMailCheckAreNotAsked() {
      assertThat(destinations("mailto:dmarc-rua@dmarc.service.gov.uk")).isEmpty();
    }

    @Test
    void withANameThatIsTooLongCannotBeAsked() {
      var host = ("a".repeat(60) + ".").repeat(3) + "b".repeat(37) + ".test";
      assertThat(permission("mailto:a@" + host))
          .isInstanceOfSatisfying(
              Permission.Missing.class, missing -> assertThat(missing.why()).contains("begins"));
      assertThat(permission("mailto:a@a" + host))
          .isInstanceOfSatisfying(
              Permission.Missing.class, missing -> assertThat(missing.why()).contains("too long"));
    }

    @Property(tries = 20)
    void areAskedTenTimesAtTheMost(@ForAll @Size(min = 1, max = 30) List<Integer> numbers) {
      asked.clear();
      var hosts = numbers.stream().map(Integer::toUnsignedString).distinct().toList();
      var found =
          destinations(
              String.join(",", hosts.stream().map(host -> "mailto:a@h" + host + ".test").toList()));
      assertThat(found).hasSize(hosts.size());
      assertThat(asked.stream().filter(name -> name.contains("_report")))
          .hasSize(Math.min(hosts.size(), 10));
    }

    @Test
    void ofAnInheritedRecordAreNotOurs() {
      assertThat(
              discover(
                      "clinic.trust.nhs.uk",
                      record("trust.nhs.uk", "v=DMARC1; p=none; rua=mailto:a@reports.test"))
                  .destinations())
          .isEmpty();
    }
  }

  @Test
  void saysTheSameOfWhatWasKept() {
    var kept = DmarcDiscovery.of(SoundDomain.mail());
    assertOrganisation(kept, SoundDomain.NAME);
    assertOlderOrganisation(kept, SoundDomain.NAME);
    assertThat(kept.trace()).contains("_dmarc.nhs.uk: no record");
  }
}
