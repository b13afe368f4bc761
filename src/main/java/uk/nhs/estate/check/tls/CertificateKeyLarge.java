package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds RSA keys of more than 8192 bits, where programs written in Go, for one, stop since 2023.
public record CertificateKeyLarge() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-key-large",
          INFORMATIONAL,
          "The RSA key is so large that some programs refuse it",
          """
          A connection with so large a key takes many times as long and wears out the server, \
          without being any safer; some programs give up above 8192 bits.\
          """,
          "Use an elliptic curve of 256 bits, or RSA of 2048 to 4096 bits.",
          Commands.TEXT,
          new Standard("Go issue 61460: limit on RSA keys in TLS", "https://go.dev/issue/61460"));

  private static final int MOST_BITS = 8192;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls, chain -> CertificateKeys.faults(chain, key -> key.isRsa() && key.bits() > MOST_BITS));
  }
}
