package uk.nhs.estate.check.tls;

import static java.time.temporal.ChronoUnit.SECONDS;
import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Warns while there is still time to renew.
///
/// @param notice how long before; of a short-lived certificate, the last quarter of its life at
///     the most, since automatic renewal comes no sooner than in the last third
public record CertificateExpiresSoon(Duration notice) implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-expires-soon",
          ADVISORY,
          "The certificate expires soon",
          "When it expires, browsers stop visitors with a full-page warning.",
          "Renew it now, and find out why automatic renewal has not.",
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
          var left = Duration.between(tls.seenAt().truncatedTo(SECONDS), end);
          if (left.isNegative()) {
            return new Verdict.NotApplicable("it has expired");
          }
          var quarter = Duration.between(chain.leaf().notBefore(), end).dividedBy(4);
          var soon = quarter.compareTo(notice) < 0 ? quarter : notice;
          return Verdict.passIf(left.compareTo(soon) > 0, "valid until " + end);
        });
  }
}
