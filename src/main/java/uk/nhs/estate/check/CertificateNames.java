package uk.nhs.estate.check;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Extension;
import uk.nhs.estate.observation.certificate.Names;
import uk.nhs.estate.observation.certificate.PeerName;
import uk.nhs.estate.observation.certificate.Sent;
import uk.nhs.estate.observation.certificate.Unreadable;

/// Judges for which names a certificate was issued (RFC 9525 §6.3).
public final class CertificateNames {
  private static final Verdict UNREADABLE =
      Verdict.Unknown.lasting("the names in its certificate cannot be read");

  private CertificateNames() {}

  /// Whether one in the words of the Java platform is for a host.
  public static Verdict judge(X509Certificate leaf, String host) {
    try {
      return switch (Sent.read(leaf.getEncoded())) {
        case Certificate certificate -> judge(certificate, host);
        case Unreadable _ -> UNREADABLE;
      };
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
  }

  /// Whether it is for a host.
  public static Verdict judge(Certificate leaf, String host) {
    if (leaf.malformed().containsKey(Extension.ALTERNATIVE_NAMES)) {
      return UNREADABLE;
    }
    var names = leaf.dnsNames();
    return Verdict.passIf(
        Names.match(leaf, PeerName.of(host)),
        names.isEmpty() ? "for no name at all" : "for " + String.join(", ", names));
  }
}
