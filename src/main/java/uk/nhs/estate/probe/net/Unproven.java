package uk.nhs.estate.probe.net;

import java.security.cert.CertificateException;

/// The certificates of the other side do not prove that it is the host asked for.
final class Unproven extends CertificateException {
  private static final int DEEPEST = 10;

  /// @param refusal what the Java platform says of it
  Unproven(CertificateException refusal) {
    super(innermost(refusal), refusal);
  }

  /// The platform wraps what is wrong in words of its own.
  private static String innermost(Throwable refusal) {
    var at = refusal;
    for (int depth = 0; at.getCause() != null && depth < DEEPEST; depth++) {
      at = at.getCause();
    }
    return Obstacles.message(at);
  }
}
