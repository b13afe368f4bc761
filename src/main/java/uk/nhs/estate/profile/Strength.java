package uk.nhs.estate.profile;

/// Compares keys of different kinds by the RSA key that takes as much to break (NIST SP 800-57 part
/// 1, table 2).
final class Strength {
  private Strength() {}

  /// Of a key on a curve.
  ///
  /// @param bits of its order
  static int ofCurve(int bits) {
    if (bits >= 512) {
      return 15360;
    }
    if (bits >= 384) {
      return 7680;
    }
    if (bits >= 250) {
      return 3072;
    }
    if (bits >= 224) {
      return 2048;
    }
    return bits >= 160 ? 1024 : 512;
  }
}
