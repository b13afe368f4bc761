package uk.nhs.estate.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.DmarcRecord.Scope;

class DmarcAdviceTest {
  private static final Lookup[] PARKED = {
    absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 -all\"")
  };

  private static Optional<String> next(MailFacts mail) {
    return DmarcAdvice.of(mail).map(advice -> advice.publish().text());
  }

  private static String only(MailFacts mail) {
    return String.join(" ", DmarcAdvice.of(mail).orElseThrow().first());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk               | v=DMARC1; p=quarantine; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=quarantine; rua=mailto:a@trust.nhs.uk         | v=DMARC1; p=reject; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=none; sp=none; rua=mailto:a@trust.nhs.uk      | v=DMARC1; p=quarantine; sp=none; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=reject; sp=none; rua=mailto:a@trust.nhs.uk    | v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@trust.nhs.uk | v=DMARC1; p=reject; sp=reject; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=reject; np=none; rua=mailto:a@trust.nhs.uk    | v=DMARC1; p=reject; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=reject; t=y; rua=mailto:a@trust.nhs.uk        | v=DMARC1; p=reject; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=quarantine; t=y; rua=mailto:a@trust.nhs.uk    | v=DMARC1; p=quarantine; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=none; t=y; rua=mailto:a@trust.nhs.uk          | v=DMARC1; p=quarantine; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=reject; sp=rejct; rua=mailto:a@trust.nhs.uk   | v=DMARC1; p=quarantine; rua=mailto:a@trust.nhs.uk
          v=DMARC1; rua=mailto:a@trust.nhs.uk; sp=reject            | v=DMARC1; p=quarantine; sp=reject; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=none                                          | v=DMARC1; p=none; rua=mailto:dmarc-reports@trust.nhs.uk
          v=DMARC1; p=reject                                        | v=DMARC1; p=reject; rua=mailto:dmarc-reports@trust.nhs.uk
          v=DMARC1; p=none; rua=mailto:dmarc-rua@dmarc.service.gov.uk | v=DMARC1; p=none; rua=mailto:dmarc-reports@trust.nhs.uk
          v=DMARC1; p=none; rua=a@trust.nhs.uk                      | v=DMARC1; p=none; rua=mailto:dmarc-reports@trust.nhs.uk
          v=DMARC1; adkim=s; fo=1; pct=50; p=reject; rf=afrf; x=1; aspf=x; rua=mailto:a@trust.nhs.uk!10m,mailto:d@dmarc.service.gov.uk | v=DMARC1; p=reject; adkim=s; rua=mailto:a@trust.nhs.uk
          v=DMARC1; p=reject; fo=1; ruf=mailto:b@trust.nhs.uk,; rua=mailto:a@trust.nhs.uk | v=DMARC1; p=reject; fo=1; rua=mailto:a@trust.nhs.uk; ruf=mailto:b@trust.nhs.uk
          """)
  void goesOneStepOn(String today, String next) {
    assertThat(next(dmarc(today))).contains(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DMARC1; p=reject; rua=mailto:a@trust.nhs.uk",
        "v=DMARC1; P=Reject; sp=reject;rua=mailto:a@trust.nhs.uk",
        "v=DMARC1; p=reject; np=reject; adkim=s; rua=https://trust.nhs.uk/dmarc"
      })
  void hasNothingToSayWhenAllIsRefused(String today) {
    assertThat(next(dmarc(today))).isEmpty();
  }

  @Test
  void beginsWithReports() {
    assertThat(next(mail(nxdomain(DMARC, "TXT"))))
        .contains("v=DMARC1; p=none; rua=mailto:dmarc-reports@trust.nhs.uk");
    assertThat(only(mail(nxdomain(DMARC, "TXT")))).contains("mailbox dmarc-reports@trust.nhs.uk");
  }

  @Test
  void neverWeakensThePolicyOfADomainAbove() {
    assertThat(
            next(
                mail(
                    nxdomain(DMARC, "TXT"),
                    found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=none; sp=reject; psd=y\""))))
        .contains("v=DMARC1; p=reject; rua=mailto:dmarc-reports@trust.nhs.uk");
    assertThat(next(mail(nxdomain(DMARC, "TXT"), unasked("_dmarc.nhs.uk", "TXT")))).isEmpty();
  }

  @Test
  void makesOneRecordOfSeveralWithTheReportsOfAll() {
    var several =
        found(
            DMARC,
            "TXT",
            "\"v=DMARC1; p=reject; rua=mailto:a@trust.nhs.uk\"",
            "\"v=DMARC1; p=none; rua=mailto:b@trust.nhs.uk,mailto:a@trust.nhs.uk\"");
    var advice = DmarcAdvice.of(mail(several)).orElseThrow();
    assertThat(advice.publish().text())
        .isEqualTo("v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk,mailto:b@trust.nhs.uk");
    assertThat(advice.replaces()).hasSize(2);
  }

  @Test
  void keepsTheReportsOfARecordThatIsNotRecognised() {
    var today = "v=dmarc1; p=reject; rua=mailto:a@trust.nhs.uk";
    assertThat(next(dmarc(today))).contains("v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk");
    assertThat(DmarcAdvice.of(dmarc(today)).orElseThrow().replaces()).containsExactly(today);
  }

  @Test
  void hasAllMailOfADomainWithoutMailRefusedAtOnce() {
    assertThat(next(dmarc("v=DMARC1; p=none; np=none; rua=mailto:a@trust.nhs.uk", PARKED)))
        .contains("v=DMARC1; p=reject; sp=reject; rua=mailto:a@trust.nhs.uk");
    assertThat(only(dmarc("v=DMARC1; p=none", PARKED)))
        .contains("nothing sends in the name")
        .contains("Names below");
    assertThat(next(dmarc("v=DMARC1; p=reject; sp=reject", PARKED))).isEmpty();
  }

  @Test
  void saysWhatToLookAtBeforeMailIsTurnedAway() {
    assertThat(only(dmarc("v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk")))
        .contains("Read the aggregate reports")
        .contains("Names below");
    assertThat(only(dmarc("v=DMARC1; p=reject; pct=20; rua=mailto:a@trust.nhs.uk")))
        .contains("pct=20");
    assertThat(
            only(
                dmarc(
                    "v=DMARC1; p=none; rua=mailto:a@reports.test",
                    nxdomain("trust.nhs.uk._report._dmarc.reports.test", "TXT"))))
        .contains("at trust.nhs.uk._report._dmarc.reports.test");
  }

  @Test
  void makesTheDomainAnOrganisationOfItsOwn() {
    assertThat(
            next(
                dmarc(
                    "v=DMARC1; p=reject; rua=mailto:a@trust.nhs.uk",
                    found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=none\""))))
        .contains("v=DMARC1; p=reject; psd=n; rua=mailto:a@trust.nhs.uk");
  }

  @Test
  void saysNothingOfWhatCouldNotBeAsked() {
    assertThat(next(mail(unasked(DMARC, "TXT")))).isEmpty();
  }

  @Test
  void saysWhatIsDifferent() {
    var advice =
        DmarcAdvice.of(dmarc("v=DMARC1; p=none; ri=1; rua=mailto:a@trust.nhs.uk")).orElseThrow();
    assertThat(advice.changes())
        .containsExactly("ri=1 goes: it is retired", "p goes from none to quarantine");
    assertThat(advice.replaces())
        .containsExactly("v=DMARC1; p=none; ri=1; rua=mailto:a@trust.nhs.uk");
    assertThat(advice.publish().name()).isEqualTo(DMARC);
  }

  /// However the record looks, what is advised is sound, never weaker, and at its end after few
  /// steps.
  @Property
  void leadsFromAnyRecordToARefusalWithoutEverWeakeningIt(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 40) String tags) {
    var text = "v=DMARC1; " + tags.replace('"', '.').replace('\\', '.');
    var before = strength(text);
    for (int step = 0; step < 8; step++) {
      var next = next(dmarc(text));
      if (next.isEmpty()) {
        break;
      }
      text = next.get();
      assertThat(DmarcRecord.parse(text).orElseThrow().errors()).isEmpty();
      assertThat(strength(text)).isGreaterThanOrEqualTo(before);
      before = strength(text);
    }
    assertThat(next(dmarc(text))).isEmpty();
    assertThat(strength(text)).isEqualTo(DmarcRecord.Policy.REJECT.ordinal());
  }

  private static int strength(String text) {
    return DmarcRecord.parse(text)
        .flatMap(record -> record.policy(Scope.DOMAIN))
        .map(Enum::ordinal)
        .orElse(0);
  }
}
