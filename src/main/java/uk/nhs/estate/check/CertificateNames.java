package uk.nhs.estate.check;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Judges for which names a certificate was issued (RFC 9525 §6.3).
public final class CertificateNames {
  private static final int DNS_NAME = 2;

  private CertificateNames() {}

  /// Whether it is for a host.
  public static Verdict judge(X509Certificate leaf, String host) {
    try {
      var names = dnsNames(leaf);
      return Verdict.passIf(
          names.stream().anyMatch(name -> matches(name, host)),
          names.isEmpty() ? "for no name at all" : "for " + String.join(", ", names));
    } catch (CertificateParsingException _) {
      return Verdict.Unknown.lasting("the names in its certificate cannot be read");
    }
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
