package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Protects records with authenticated encryption: all of TLS 1.3 (RFC 8446 §5.2), and in TLS 1.2
/// AES-GCM (RFC 5288), AES-CCM (RFC 6655) and ChaCha20-Poly1305 (RFC 7905).
final class AeadProtection implements Protection {
  private static final int NONCE = 12;
  private static final int EXPLICIT = 8;

  private final Bulk bulk;
  private final int version;
  private final SecretKeySpec key;
  private final byte[] fixed;
  private final int tag;
  private long number;

  /// @param fixed the part of the nonces that both sides know
  AeadProtection(Bulk bulk, int version, byte[] key, byte[] fixed) {
    this.bulk = bulk;
    this.version = version;
    this.key = new SecretKeySpec(key, bulk.mode() == Bulk.Mode.CHACHA20 ? "ChaCha20" : "AES");
    this.fixed = fixed;
    this.tag = bulk.mode() == Bulk.Mode.CCM_8 ? 8 : 16;
  }

  /// In TLS 1.3, whatever is protected looks like application data (RFC 8446 §5.2).
  @Override
  public boolean covers(int type) {
    return version != TLS_1_3 || type == Record.APPLICATION;
  }

  @Override
  public Fragment seal(Fragment plain) throws GeneralSecurityException {
    if (version == TLS_1_3) {
      var inner = Octets.join(plain.octets(), new byte[] {(byte) plain.type()});
      var header = header13(inner.length + tag);
      var sealed = run(Cipher.ENCRYPT_MODE, implicitNonce(), header, inner);
      number++;
      return new Fragment(Record.APPLICATION, sealed);
    }
    var explicit = hasExplicitNonce() ? Octets.number(number, EXPLICIT) : new byte[0];
    var nonce = hasExplicitNonce() ? Octets.join(fixed, explicit) : implicitNonce();
    var header = header12(plain.type(), plain.octets().length);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, header, plain.octets());
    number++;
    return new Fragment(plain.type(), Octets.join(explicit, sealed));
  }

  @Override
  public Fragment open(Fragment sealed) throws GeneralSecurityException {
    var octets = sealed.octets();
    int explicit = hasExplicitNonce() ? EXPLICIT : 0;
    int length = octets.length - explicit - tag;
    if (length < 0) {
      throw new AEADBadTagException("shorter than its protection");
    }
    if (version == TLS_1_3) {
      var inner = run(Cipher.DECRYPT_MODE, implicitNonce(), header13(octets.length), octets);
      number++;
      return unpadded(inner);
    }
    var nonce =
        hasExplicitNonce() ? Octets.join(fixed, Octets.part(octets, 0, EXPLICIT)) : implicitNonce();
    var plain =
        run(
            Cipher.DECRYPT_MODE,
            nonce,
            header12(sealed.type(), length),
            Octets.part(octets, explicit, octets.length - explicit));
    number++;
    return new Fragment(sealed.type(), plain);
  }

  private boolean hasExplicitNonce() {
    return version != TLS_1_3 && bulk.mode() != Bulk.Mode.CHACHA20;
  }

  private byte[] implicitNonce() {
    return Octets.xor(fixed, Octets.number(number, NONCE));
  }

  private static byte[] header13(int length) {
    return new OctetWriter().u8(Record.APPLICATION).u16(0x0303).u16(length).written();
  }

  private byte[] header12(int type, int length) {
    return new OctetWriter()
        .octets(Octets.number(number, 8))
        .u8(type)
        .u16(version)
        .u16(length)
        .written();
  }

  /// The content type is the last octet that is not zero.
  private static Fragment unpadded(byte[] inner) throws GeneralSecurityException {
    int at = inner.length - 1;
    while (at >= 0 && inner[at] == 0) {
      at--;
    }
    if (at < 0) {
      throw new GeneralSecurityException("a record without a content type");
    }
    return new Fragment(inner[at], Octets.part(inner, 0, at));
  }

  private byte[] run(int direction, byte[] nonce, byte[] header, byte[] text)
      throws GeneralSecurityException {
    return switch (bulk.mode()) {
      case GCM ->
          platform("AES/GCM/NoPadding", direction, new GCMParameterSpec(128, nonce), header, text);
      case CHACHA20 ->
          platform("ChaCha20-Poly1305", direction, new IvParameterSpec(nonce), header, text);
      case CCM, CCM_8 ->
          direction == Cipher.ENCRYPT_MODE
              ? new Ccm(key, tag).seal(nonce, header, text)
              : new Ccm(key, tag).open(nonce, header, text);
      case CBC -> throw new IllegalStateException("CBC authenticates nothing");
    };
  }

  private byte[] platform(
      String algorithm, int direction, AlgorithmParameterSpec nonce, byte[] header, byte[] text)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(algorithm);
    cipher.init(direction, key, nonce);
    cipher.updateAAD(header);
    return cipher.doFinal(text);
  }
}
