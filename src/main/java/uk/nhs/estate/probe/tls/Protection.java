package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.security.GeneralSecurityException;

/// Protects the records of one direction, or takes the protection off. It counts them.
interface Protection {

  /// What a record carries.
  ///
  /// @param type the content type (RFC 8446 §5.1)
  record Fragment(int type, byte[] octets) {}

  /// Nothing is protected.
  Protection NONE =
      new Protection() {
        @Override
        public Fragment seal(Fragment plain) {
          return plain;
        }

        @Override
        public Fragment open(Fragment sealed) {
          return sealed;
        }
      };

  /// Whether a record of this type is protected at all.
  default boolean covers(int type) {
    return true;
  }

  Fragment seal(Fragment plain) throws GeneralSecurityException;

  /// @throws GeneralSecurityException when it was not protected with the same keys
  Fragment open(Fragment sealed) throws GeneralSecurityException;

  /// Protection in TLS 1.3, whose keys follow from a secret (RFC 8446 §7.3).
  static Protection of(SpokenSuite suite, byte[] secret) {
    var digest = suite.digest(TLS_1_3);
    var none = new byte[0];
    var key = KeySchedule.expand(digest, secret, "key", none, suite.bulk().keyLength());
    var iv = KeySchedule.expand(digest, secret, "iv", none, 12);
    return new AeadProtection(suite.bulk(), TLS_1_3, key, iv);
  }
}
