package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds RSA keys that are no longer than those which have been factored in public (829 bits in
/// 2020), or whose exponent makes them void.
public record CertificateKeyBreakable() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-key-breakable",
          URGENT,
          "A key in the chain can be broken today",
          """
          Keys of this kind have been broken in public: whoever does it poses as the site, and \
          browsers take the impostor for the site.\
          """,
          """
          Make a new key, RSA of 2048 bits or more or an elliptic curve of 256 or more, have a \
          new certificate issued today, and have this one revoked.\
          """,
          Commands.TEXT,
          baseline("6.1.5"),
          baseline("6.1.6"),
          new Standard("Factorization of RSA-250", "https://eprint.iacr.org/2020/697"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls, chain -> CertificateKeys.faults(chain, key -> CertificateKeys.isBreakable(key)));
  }
}
