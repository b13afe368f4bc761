package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds keys that are short, or of a kind that is no longer used, in the certificate of the site
/// and in intermediate ones. What can be broken today is another check's business.
public record CertificateKeyWeak() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-key-weak",
          ADVISORY,
          "A key in the chain is too short",
          """
          Keys of this kind are held to be within reach of well-equipped attackers, who could \
          then pose as the site. Browsers are giving them up.\
          """,
          """
          Make a new key, RSA of 2048 bits or more or an elliptic curve of 256 or more, and have \
          a new certificate issued.\
          """,
          Commands.TEXT,
          baseline("6.1.5"),
          rfc(9325, "4.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain ->
            CertificateKeys.faults(
                chain, key -> CertificateKeys.isWeak(key) && !CertificateKeys.isBreakable(key)));
  }
}
