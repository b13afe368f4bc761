package uk.nhs.estate.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.MailFacts;

class MailAdviceTest {

  private static Advice only(MailFacts mail, String subject) {
    return MailAdvice.of(mail).stream()
        .filter(advice -> advice.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasNothingToSayOfASoundDomain() {
    assertThat(MailAdvice.of(mail())).isEmpty();
  }

  @Test
  void hasNothingToSayOfADomainThatDoesNotExist() {
    assertThat(
            MailAdvice.of(
                mail(nxdomain(NAME, "TXT"), nxdomain(NAME, "MX"), nxdomain(DMARC, "TXT"))))
        .isEmpty();
  }

  @Test
  void hasNothingToSayOfWhatCouldNotBeAsked() {
    assertThat(
            MailAdvice.of(mail(unasked(NAME, "TXT"), unasked(NAME, "MX"), unasked(DMARC, "TXT"))))
        .isEmpty();
  }

  @Test
  void saysWhatADomainWithoutMailShouldPublish() {
    var parked = mail(absent(NAME, "MX"), absent(NAME, "TXT"), nxdomain(DMARC, "TXT"));
    assertThat(MailAdvice.of(parked))
        .extracting(advice -> advice.publish().line())
        .containsExactly(
            "_dmarc.trust.nhs.uk. IN TXT \"v=DMARC1; p=reject; sp=reject\"",
            "trust.nhs.uk. IN TXT \"v=spf1 -all\"",
            "trust.nhs.uk. IN MX 0 .");
    assertThat(MailAdvice.of(parked)).allSatisfy(advice -> assertThat(advice.first()).isNotEmpty());
  }

  @Test
  void asksForReportsOnMailThatCannotBeSentEncrypted() {
    assertThat(only(mail(nxdomain("_smtp._tls." + NAME, "TXT")), "TLS reports").publish().line())
        .isEqualTo(
            "_smtp._tls.trust.nhs.uk. IN TXT \"v=TLSRPTv1; rua=mailto:tls-reports@trust.nhs.uk\"");
  }

  @Test
  void triesOutAPolicyOnHowMailIsSent() {
    var advice = only(mail(nxdomain("_mta-sts." + NAME, "TXT")), "MTA-STS");
    assertThat(advice.publish().text()).matches("v=STSv1; id=[0-9]{14}");
    assertThat(advice.file())
        .isEqualTo(
            new WebFile(
                "https://mta-sts.trust.nhs.uk/.well-known/mta-sts.txt",
                "version: STSv1\nmode: testing\nmx: mail.trust.nhs.uk\nmax_age: 604800\n"));
  }

  @Test
  void cutsALongRecordIntoStringsForAZoneFile() {
    assertThat(new ZoneRecord(NAME, "TXT", "a".repeat(255) + "\"").line())
        .isEqualTo("trust.nhs.uk. IN TXT \"" + "a".repeat(255) + "\" \"\\\"\"");
  }
}
