package uk.nhs.estate.check.tls;

import static java.time.temporal.ChronoUnit.SECONDS;
import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds sites that browsers warn of, because their certificate is out of date.
public record CertificateExpired() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-expired",
          URGENT,
          "The certificate has expired",
          "Browsers stop visitors with a full-page warning, and apps do not connect at all.",
          "Renew the certificate today, and find out why nothing renewed it in time.",
          Commands.DATES,
          rfc(5280, "4.1.2.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          var end = chain.leaf().notAfter();
          return Verdict.passIf(
              !tls.seenAt().truncatedTo(SECONDS).isAfter(end), "valid until " + end);
        });
  }
}
