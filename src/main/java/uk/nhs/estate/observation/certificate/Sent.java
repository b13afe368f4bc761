package uk.nhs.estate.observation.certificate;

import java.util.List;

/// A certificate as it was sent, whether or not it is one.
public sealed interface Sent permits Certificate, Unreadable {

  /// More than any certificate is that a browser would read.
  int MOST_OCTETS = 1 << 18;

  /// Reads octets; never throws for what they are.
  static Sent read(byte[] der) {
    if (der.length > MOST_OCTETS) {
      return new Unreadable(new Octets(der).digest("SHA-256").hex(), "it is too large");
    }
    try {
      return Certificate.of(der);
    } catch (MalformedException e) {
      return new Unreadable(new Octets(der).digest("SHA-256").hex(), e.what());
    }
  }

  /// Those of several that can be read, in the same order.
  static List<Certificate> readable(List<byte[]> ders) {
    return ders.stream()
        .map(Sent::read)
        .filter(Certificate.class::isInstance)
        .map(Certificate.class::cast)
        .toList();
  }

  /// SHA-256 of its octets, in lower-case hexadecimal digits.
  String fingerprint();
}
