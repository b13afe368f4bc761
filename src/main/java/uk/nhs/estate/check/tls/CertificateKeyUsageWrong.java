package uk.nhs.estate.check.tls;

import static java.util.stream.Collectors.joining;
import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Locale;
import java.util.Set;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.KeyUse;

/// Finds keys that sign handshakes although their certificate does not let them.
///
/// A key that may not encipher is no fault, whatever suites are offered: it is as it should be.
public record CertificateKeyUsageWrong() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-key-usage-wrong",
          ADVISORY,
          "The certificate does not allow what the server does with its key",
          """
          Its key usage does not allow signatures, and the server signs with the key to prove \
          who it is. Browsers are strict about this, and refuse to connect.\
          """,
          "Have the certificate issued again with digital signature among its key usage.",
          Commands.TEXT,
          rfc(8446, "4.4.2.2"),
          rfc(5246, "7.4.2"),
          rfc(5280, "4.2.1.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          boolean maySign =
              chain
                  .leaf()
                  .keyUsage()
                  .map(uses -> uses.contains(KeyUse.DIGITAL_SIGNATURE))
                  .orElse(true);
          return Verdict.passIf(
              maySign || !signs(chain), "it signs, and its key usage is " + uses(chain.leaf()));
        });
  }

  /// In TLS 1.3 every server signs; before, where a signature was seen.
  private static boolean signs(ShownChain chain) {
    return chain.versions().contains("TLS 1.3")
        || chain.showings().stream().anyMatch(shown -> shown.scheme() != null);
  }

  private static String uses(Certificate leaf) {
    return leaf.keyUsage().orElse(Set.of()).stream()
        .map(use -> use.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .sorted()
        .collect(joining(", "));
  }
}
