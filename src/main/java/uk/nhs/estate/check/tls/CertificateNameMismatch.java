package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds sites that show the certificate of another name.
public record CertificateNameMismatch() implements Check.OfTls {

  private static final int DNS_NAME = 2;

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-name-mismatch",
          URGENT,
          "The certificate is for another name",
          """
          Browsers stop visitors with a full-page warning: the server may be a stranger's. Often \
          it is, when a name still points to a host that now serves somebody else.\
          """,
          """
          Have a certificate issued that lists this very name as a subject alternative name, and \
          check that the name points to the right server.\
          """,
          Commands.NAMES,
          rfc(9525, "6.3"),
          rfc(5280, "4.2.1.6"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Verdict.ofCertificate(
        tls,
        leaf -> {
          try {
            var names = dnsNames(leaf);
            return Verdict.passIf(
                names.stream().anyMatch(name -> matches(name, tls.serverName())),
                names.isEmpty() ? "for no name at all" : "for " + String.join(", ", names));
          } catch (CertificateParsingException _) {
            return Verdict.Unknown.lasting("the names in its certificate cannot be read");
          }
        });
  }

  /// The common name is no longer asked (RFC 9525 §2).
  private static List<String> dnsNames(X509Certificate leaf) throws CertificateParsingException {
    Collection<List<?>> names = leaf.getSubjectAlternativeNames();
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> name.getFirst().equals(DNS_NAME))
            .map(name -> String.valueOf(name.getLast()))
            .toList();
  }

  /// A star stands for exactly one label, the whole left-most one (RFC 9525 §6.3).
  private static boolean matches(String presented, String reference) {
    var pattern = presented.toLowerCase(Locale.ROOT);
    var name = reference.toLowerCase(Locale.ROOT);
    if (!pattern.startsWith("*.")) {
      return pattern.equals(name);
    }
    int dot = name.indexOf('.');
    return dot > 0
        && pattern.indexOf('*', 1) < 0
        && pattern.substring(1).equals(name.substring(dot));
  }
}
