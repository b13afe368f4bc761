package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.register.KnownSelectors;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.sample.PretendDns;
import uk.nhs.estate.settings.ScannerConfig;

class MailReadingsTest {
  private static final String NAME = "trust.nhs.uk";
  private static final String EXCHANGE = "trust-nhs-uk.mail.protection.outlook.com";
  private static final KnownSelectors SELECTORS = ScannerConfig.read(null).lists().selectors();

  private final PretendDns dns =
      PretendDns.of(
          """
          trust.nhs.uk MX 0 trust-nhs-uk.mail.protection.outlook.com.
          trust-nhs-uk.mail.protection.outlook.com A 52.101.68.3
          trust-nhs-uk.mail.protection.outlook.com AAAA 2a01:111:f403:c201::6
          trust.nhs.uk TXT "v=spf1 include:spf.protection.outlook.com include:_spf.rota.test \
          include:spf.survey.test include:mail.booking.test -all"
          spf.protection.outlook.com TXT "v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 -all"
          _spf.rota.test TXT "v=spf1 include:_spf1.rota.test include:_spf2.rota.test ~all"
          _spf1.rota.test TXT "v=spf1 ip4:198.51.100.0/24 ~all"
          _spf2.rota.test TXT "v=spf1 ip4:203.0.113.0/24 ~all"
          spf.survey.test TXT "v=spf1 a:out.survey.test ip4:198.51.100.9 ?all"
          out.survey.test A 198.51.100.10
          mail.booking.test TXT "v=spf1 ip4:198.51.100.77 -all"
          _dmarc.trust.nhs.uk TXT "v=DMARC1; p=reject; rua=mailto:trust@reports.test"
          trust.nhs.uk._report._dmarc.reports.test TXT "v=DMARC1"
          _mta-sts.trust.nhs.uk TXT "v=STSv1; id=20261126;"
          _smtp._tls.trust.nhs.uk TXT "v=TLSRPTv1; rua=mailto:trust@reports.test"
          selector1._domainkey.trust.nhs.uk CNAME s1.dkim.test
          s1.dkim.test TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
          """);

  /// All that a look at its mail asks of the DNS.
  private void ask() {
    dns.asked(NAME, "MX");
    dns.asked(NAME, "SPF");
    SpfTree.of(dns, NAME);
    DmarcDiscovery.of(NAME, dns, PublicSuffixes.bundled());
    MailRoute.of(dns, NAME);
    MailTransport.ask(NAME, List.of(EXCHANGE), dns);
    DkimKeys.look(
        NAME,
        List.of(),
        SELECTORS.toTry(List.of(EXCHANGE), List.of("spf.protection.outlook.com")),
        dns);
    dns.asked(Sts.host(NAME), "A");
    dns.asked(Sts.host(NAME), "AAAA");
  }

  @Test
  void anOrdinaryDomainCostsAtMostFortyQuestionsEvenWhenNothingIsShared() {
    ask();

    var questions = new LinkedHashSet<>(dns.questions());
    assertThat(questions).hasSizeBetween(20, 40);
  }

  @Test
  void readsWhatWasKeptAsItWasReadLive() {
    ask();
    var kept =
        List.copyOf(dns.questions()).stream()
            .distinct()
            .map(question -> question.split(" "))
            .map(question -> dns.asked(question[0], question[1]))
            .toList();
    var mail =
        new MailFacts(
            Instant.EPOCH,
            dns.asked(NAME, "MX"),
            dns.asked(NAME, "TXT"),
            dns.asked("_dmarc." + NAME, "TXT"),
            kept,
            List.of(),
            null,
            List.of());

    var readings = MailReadings.of(mail);
    assertThat(readings.use()).isEqualTo(new MailUse.Used(true));
    assertThat(readings.spf()).isEqualTo(SpfTree.of(dns, NAME));
    assertThat(readings.spf().lookups()).isEqualTo(7);
    assertThat(readings.dmarc()).isEqualTo(DmarcDiscovery.of(NAME, dns, PublicSuffixes.bundled()));
    assertThat(readings.dkim().found()).hasSize(1);
    assertThat(readings.dane()).hasSize(1);
  }

  @Test
  void whatNobodyAskedIsHiddenEverywhere() {
    var mail =
        new MailFacts(
            Instant.EPOCH,
            dns.asked(NAME, "MX"),
            dns.asked(NAME, "TXT"),
            dns.asked("_dmarc." + NAME, "TXT"));

    var readings = MailReadings.of(mail);
    assertThat(readings.spf().hidden()).isNotEmpty();
    assertThat(readings.dkim().obstacle()).isPresent();
    assertThat(readings.sts().record()).isInstanceOf(Published.Hidden.class);
    assertThat(readings.dane()).allMatch(Dane.Hidden.class::isInstance);
    assertThat(readings.dmarc().reading().domain())
        .isInstanceOf(DmarcDiscovery.Effective.Applies.class);
    assertThat(mail.asked("nobody.asked.test", "TXT").answer()).isInstanceOf(Lookup.Unasked.class);
  }
}
