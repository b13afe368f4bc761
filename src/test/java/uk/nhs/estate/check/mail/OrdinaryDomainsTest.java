package uk.nhs.estate.check.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.check.mail.SpfSample.record;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.SoundDomain.NAME;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.settings.ScannerConfig;

/// Domains as there are thousands, with which nothing is wrong: a rule that finds something here is
/// a false alarm for all of them.
class OrdinaryDomainsTest {

  private static final String EXCHANGE = "trust-nhs-uk.mail.protection.outlook.com";

  @Test
  void nothingIsWrongWithHostedMailAndThreeSuppliersThatSendAsWell() {
    var mail =
        SpfSample.spf(
            "include:spf.protection.outlook.com include:_spf.rota.test include:spf.survey.test"
                + " include:mail.booking.test -all",
            found(NAME, "MX", "0 " + EXCHANGE + "."),
            found(EXCHANGE, "A", "52.101.68.3", "52.101.68.8"),
            found(EXCHANGE, "AAAA", "2a01:111:f403:c201::6"),
            found(
                "spf.protection.outlook.com",
                "TXT",
                "\"v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 ip4:52.100.0.0/15 ip4:52.102.0.0/16"
                    + " ip4:52.103.0.0/17 ip4:104.47.0.0/17 ip6:2a01:111:f400::/48\" \" "
                    + "ip6:2a01:111:f403::/49 ip6:2a01:111:f403:8000::/51"
                    + " ip6:2a01:111:f403:c000::/51 ip6:2a01:111:f403:f000::/52 -all\""),
            record("_spf.rota.test", "include:_spf1.rota.test include:_spf2.rota.test ~all"),
            record("_spf1.rota.test", "ip4:198.51.100.0/24 ~all"),
            record("_spf2.rota.test", "ip4:203.0.113.0/24 ~all"),
            record("spf.survey.test", "a:out.survey.test ip4:198.51.100.9 ?all"),
            found("out.survey.test", "A", "198.51.100.10"),
            absent("out.survey.test", "AAAA"),
            record("mail.booking.test", "exists:%{i}._ok.booking.test -all"));
    assertThat(verdicts(mail, "spf-", "mx-", "parked-")).isNotEmpty().allSatisfy(Judged::isFine);
  }

  @Test
  void nothingIsWrongWithAParkedDomainThatSaysSo() {
    assertThat(verdicts(SoundDomain.parked(), "spf-", "mx-", "parked-"))
        .isNotEmpty()
        .allSatisfy(Judged::isFine);
  }

  @Test
  void aParkedDomainThatSaysNothingHasThreeFindings() {
    var mail =
        SoundDomain.parked(
            absent(NAME, "MX"),
            absent(NAME, "TXT"),
            nxdomain(SoundDomain.DMARC, "TXT"),
            nxdomain("_dmarc.nhs.uk", "TXT"),
            nxdomain("_dmarc.uk", "TXT"),
            found(NAME, "A", "192.0.2.80"),
            absent(NAME, "AAAA"));
    assertThat(verdicts(mail, "spf-", "mx-", "parked-", "dmarc-missing", "dmarc-policy-none"))
        .filteredOn(judged -> judged.verdict() instanceof Verdict.Fail)
        .extracting(Judged::id)
        .containsExactlyInAnyOrder(
            "mail.parked-spf-missing", "mail.parked-dmarc-missing", "mail.parked-null-mx-missing");
  }

  private record Judged(String id, Verdict verdict) {
    void isFine() {
      assertThat(verdict).as(id).isInstanceOfAny(Verdict.Pass.class, Verdict.NotApplicable.class);
    }
  }

  private static Stream<Judged> verdicts(MailFacts mail, String... subjects) {
    var config = ScannerConfig.read(null);
    var lists = config.lists();
    return Catalogue.checks(
            config.policies().getLast(), lists.known(Set.of()).with(SoundSite.ISSUERS))
        .stream()
        .filter(Check.OfMail.class::isInstance)
        .map(Check.OfMail.class::cast)
        .filter(
            check ->
                Stream.of(subjects)
                    .anyMatch(subject -> check.rule().id().startsWith("mail." + subject)))
        .map(check -> new Judged(check.rule().id(), check.judge(mail)));
  }
}
