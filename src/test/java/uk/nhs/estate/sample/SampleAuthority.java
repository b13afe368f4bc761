package uk.nhs.estate.sample;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;

/// Issues the certificates of samples, and is trusted.
final class SampleAuthority {
  static final Instant SEEN = Instant.parse("2026-11-24T09:00:00Z");
  static final PracticeCa CA = PracticeCa.create(SEEN);

  private SampleAuthority() {}

  /// A good order for a host, to be spoilt.
  static CertificateOrder order(String host) {
    return CertificateOrder.of(SEEN, host);
  }

  static List<X509Certificate> issue(CertificateOrder order) {
    return CA.issue(order).chain();
  }

  static Part encoded(X509Certificate certificate) {
    try {
      return new Part(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
