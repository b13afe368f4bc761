package uk.nhs.estate.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.DOMAIN;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.settings.ScannerConfig;

class ConsequencesTest {
  private static final ScannerConfig CONFIG = ScannerConfig.read(null);

  private static Consequences preview(
      MailFacts today, @Nullable String spf, @Nullable String dmarc) {
    return Consequences.of(
        seen(today),
        seen(new Proposal(spf, dmarc).in(today)),
        Topic.MAIL,
        Catalogue.checks(
            CONFIG.policies().getLast(),
            CONFIG.lists().known(SoundSite.ANCHORS).with(SoundSite.ISSUERS)));
  }

  private static Observation seen(MailFacts mail) {
    return new Observation(DOMAIN, mail.seenAt(), List.of(new Sighting.Seen(Topic.MAIL, mail)));
  }

  private static List<String> ids(List<Consequences.Found> found) {
    return found.stream().map(one -> one.rule().id()).toList();
  }

  @Test
  void tellsWhatWouldCloseOpenAndStay() {
    var preview =
        preview(
            dmarc("v=DMARC1; p=none; ri=1; rua=mailto:dmarc@trust.nhs.uk"),
            null,
            "v=DMARC1; p=quarantine; ri=1");
    assertThat(ids(preview.closes()))
        .containsExactlyInAnyOrder("mail.dmarc-policy-none", "mail.bimi-dmarc-weak");
    assertThat(ids(preview.opens()))
        .containsExactlyInAnyOrder(
            "mail.dmarc-policy-quarantine", "mail.dmarc-report-address-missing");
    assertThat(ids(preview.stays())).containsExactly("mail.dmarc-retired-tags");
    assertThat(preview.unchecked()).isEmpty();
  }

  @Test
  void tellsNothingOfASoundDomainThatStaysSound() {
    var preview = preview(mail(), null, "v=DMARC1; p=reject; rua=mailto:dmarc@trust.nhs.uk");
    assertThat(preview).isEqualTo(new Consequences(List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void neitherClosesNorOpensWhatNobodyAsked() {
    var preview =
        preview(
            dmarc(
                "v=DMARC1; p=none; rua=mailto:a@reports.test",
                nxdomain("trust.nhs.uk._report._dmarc.reports.test", "TXT")),
            null,
            "v=DMARC1; p=none; rua=mailto:a@elsewhere.test");
    assertThat(ids(preview.closes())).isEmpty();
    assertThat(preview.unchecked())
        .extracting(unchecked -> unchecked.rule().id())
        .containsExactly("mail.dmarc-report-unauthorised");
  }

  @Test
  void tellsSubjectsOfOneRuleApart() {
    var preview =
        preview(
            dmarc("v=DMARC1; p=reject; rua=mailto:dmarc@trust.nhs.uk; x=1; y=1"),
            null,
            "v=DMARC1; p=reject; rua=mailto:dmarc@trust.nhs.uk; y=2; z=1");
    assertThat(preview.closes()).extracting(one -> one.fault().subject()).containsExactly("x");
    assertThat(preview.stays()).extracting(one -> one.fault().evidence()).containsExactly("y=2");
    assertThat(preview.opens()).extracting(one -> one.fault().subject()).containsExactly("z");
  }

  @Test
  void whatIsAdvisedClosesMoreThanItOpens() {
    var today = mail(nxdomain(DMARC, "TXT"));
    var advised = MailAdvice.of(today).getFirst().publish().text();
    var preview = preview(today, null, advised);
    assertThat(ids(preview.closes())).containsExactly("mail.dmarc-missing");
    assertThat(ids(preview.opens())).contains("mail.dmarc-policy-none");
  }
}
