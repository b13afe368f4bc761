package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds sites that browsers warn of, because their certificate counts only later.
public record CertificateNotYetValid() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-not-yet-valid",
          URGENT,
          "The certificate is not valid yet",
          "Browsers stop visitors with a full-page warning, and apps do not connect at all.",
          "Put back the previous certificate until the new one is valid, and check the clock.",
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
          var start = chain.leaf().notBefore();
          return Verdict.passIf(!tls.seenAt().isBefore(start), "valid from " + start);
        });
  }
}
