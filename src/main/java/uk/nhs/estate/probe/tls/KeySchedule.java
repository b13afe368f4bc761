package uk.nhs.estate.probe.tls;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A stage of the key schedule of TLS 1.3 (RFC 8446 §7.1): the early secret, then the handshake
/// secret, then the master secret.
record KeySchedule(Digest digest, byte[] secret) {

  /// The early secret.
  ///
  /// @param shared the pre-shared key; zeros when there is none
  static KeySchedule early(Digest digest, byte[] shared) {
    return new KeySchedule(digest, extract(digest, new byte[digest.length()], shared));
  }

  /// The early secret of a handshake without a pre-shared key.
  static KeySchedule early(Digest digest) {
    return early(digest, new byte[digest.length()]);
  }

  /// The next stage.
  ///
  /// @param input the secret that was agreed on, or zeros
  KeySchedule next(byte[] input) {
    return new KeySchedule(digest, extract(digest, derive("derived", new byte[0]), input));
  }

  /// The last stage.
  KeySchedule master() {
    return next(new byte[digest.length()]);
  }

  /// `Derive-Secret`.
  ///
  /// @param messages all handshake messages so far
  byte[] derive(String label, byte[] messages) {
    return expand(digest, secret, label, digest.of(messages), digest.length());
  }

  /// `HKDF-Expand-Label`.
  static byte[] expand(Digest digest, byte[] secret, String label, byte[] context, int length) {
    var info =
        new OctetWriter()
            .u16(length)
            .vector8(Octets.ascii("tls13 " + label))
            .vector8(context)
            .written();
    try {
      var key = new SecretKeySpec(secret, "Generic");
      return KDF.getInstance(digest.hkdf())
          .deriveData(HKDFParameterSpec.expandOnly(key, info, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HKDF", e);
    }
  }

  /// `verify_data` of Finished (RFC 8446 §4.4.4), which is also how a pre-shared key is bound.
  ///
  /// @param base the secret that the key is made of
  static byte[] finished(Digest digest, byte[] base, byte[] messages) {
    var key = expand(digest, base, "finished", new byte[0], digest.length());
    return digest.authenticate(key, digest.of(messages));
  }

  private static byte[] extract(Digest digest, byte[] salt, byte[] input) {
    try {
      return KDF.getInstance(digest.hkdf())
          .deriveData(HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(input).extractOnly());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HKDF", e);
    }
  }
}
