package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import java.time.Duration;
import java.time.Instant;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Certificate;

/// Finds certificates of public authorities without an address to ask at.
///
/// Short-lived ones need none, and a revocation list is enough: OCSP is being given up.
public record RevocationAddressMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.revocation-address-missing",
          INFORMATIONAL,
          "Nobody could tell that the certificate was revoked",
          """
          It names neither a revocation list nor an OCSP responder, so that nobody can find out \
          whether its authority has taken it back.\
          """,
          "Have the certificate issued again by an authority that publishes revocation lists.",
          Commands.TEXT,
          baseline("7.1.2.11.2"),
          rfc(5280, "4.2.1.13"));

  private static final Instant SEVEN_DAYS_SINCE = Instant.parse("2026-03-15T00:00:00Z");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          if (!chain.isOfPublicAuthority()) {
            return new Verdict.NotApplicable(ShownChain.NOT_PUBLIC);
          }
          var leaf = chain.leaf();
          return Verdict.passIf(
              isShortLived(leaf) || !leaf.ocspPlaces().isEmpty() || !leaf.crlPlaces().isEmpty(),
              "it names neither a revocation list nor an OCSP responder");
        });
  }

  /// As Baseline Requirements §1.6.1 defines it.
  private static boolean isShortLived(Certificate leaf) {
    var life = Duration.between(leaf.notBefore(), leaf.notAfter()).plusSeconds(1);
    return life.compareTo(Duration.ofDays(leaf.notBefore().isBefore(SEVEN_DAYS_SINCE) ? 10 : 7))
        <= 0;
  }
}
