package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import java.math.BigInteger;
import java.util.Objects;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds exponents below 2^16 + 1, in the certificate of the site and in intermediate ones. What
/// makes a key void is another check's business.
public record CertificateExponentSmall() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-exponent-small",
          INFORMATIONAL,
          "The exponent of the RSA key is smaller than it should be",
          """
          With a small exponent, mistakes of software that would do no harm otherwise have let \
          signatures be forged.\
          """,
          "Make a new key with the usual exponent, 65537, and have a new certificate issued.",
          Commands.TEXT,
          baseline("6.1.6"),
          new Standard("FIPS 186-5 §A.1.1", "https://csrc.nist.gov/pubs/fips/186-5/final"));

  private static final BigInteger USUAL = BigInteger.valueOf(65537);

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
                chain,
                key ->
                    key.isRsa()
                        && Objects.requireNonNull(key.exponent()).compareTo(USUAL) < 0
                        && !CertificateKeys.isBreakable(key)));
  }
}
