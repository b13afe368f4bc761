package uk.nhs.estate.probe.tls;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.Part;

/// The key in the first certificate of a chain.
final class LeafKey {
  private LeafKey() {}

  /// None when the Java platform cannot read it.
  static Optional<PublicKey> of(List<Part> chain) {
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    try {
      var in = new ByteArrayInputStream(chain.getFirst().bytes());
      return Optional.of(
          CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey());
    } catch (CertificateException _) {
      return Optional.empty();
    }
  }
}
