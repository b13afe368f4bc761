package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Protects records of TLS 1.0 to 1.2 with a block cipher in CBC mode and a MAC, in this order or,
/// if that was agreed on (RFC 7366), in the other.
final class BlockProtection implements Protection {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int version;
  private final boolean encryptThenMac;
  private final SecretKeySpec key;
  private final int block;
  private final Cipher cipher;
  private final int direction;
  private final Mac mac;
  private long number;

  /// @param direction [Cipher#ENCRYPT_MODE] for what we send
  /// @param first the initialisation vector of the first record of TLS 1.0, whose later ones go on
  ///     from the record before (RFC 2246 §6.2.3.2)
  BlockProtection(
      SpokenSuite suite,
      int version,
      boolean encryptThenMac,
      int direction,
      byte[] macKey,
      byte[] key,
      byte[] first)
      throws GeneralSecurityException {
    this.version = version;
    this.encryptThenMac = encryptThenMac;
    this.block = suite.bulk().fixedLength();
    boolean aes = suite.bulk() != Bulk.TRIPLE_DES_EDE_CBC;
    this.key = new SecretKeySpec(key, aes ? "AES" : "DESede");
    this.cipher = Cipher.getInstance(aes ? "AES/CBC/NoPadding" : "DESede/CBC/NoPadding");
    this.direction = direction;
    this.mac = Digest.mac(suite.mac(), macKey);
    cipher.init(direction, this.key, new IvParameterSpec(first));
  }

  @Override
  public Fragment seal(Fragment plain) throws GeneralSecurityException {
    var content = plain.octets();
    var explicit = new byte[version < TLS_1_1 ? 0 : block];
    RANDOM.nextBytes(explicit);
    var inner = encryptThenMac ? content : Octets.join(content, mac(plain.type(), content));
    var sealed = Octets.join(explicit, run(explicit, padded(inner)));
    var whole = encryptThenMac ? Octets.join(sealed, mac(plain.type(), sealed)) : sealed;
    number++;
    return new Fragment(plain.type(), whole);
  }

  @Override
  public Fragment open(Fragment sealed) throws GeneralSecurityException {
    var octets = sealed.octets();
    if (encryptThenMac) {
      octets = authenticated(sealed.type(), octets);
    }
    int iv = version < TLS_1_1 ? 0 : block;
    int length = octets.length - iv;
    if (length <= 0 || length % block != 0) {
      throw new BadPaddingException("no whole number of blocks");
    }
    var inner = unpadded(run(Octets.part(octets, 0, iv), Octets.part(octets, iv, length)));
    var content = encryptThenMac ? inner : authenticated(sealed.type(), inner);
    number++;
    return new Fragment(sealed.type(), content);
  }

  private byte[] run(byte[] explicit, byte[] text) throws GeneralSecurityException {
    if (explicit.length > 0) {
      cipher.init(direction, key, new IvParameterSpec(explicit));
    }
    return cipher.update(text);
  }

  private byte[] padded(byte[] inner) {
    int padding = block - inner.length % block;
    var padded = Arrays.copyOf(inner, inner.length + padding);
    Arrays.fill(padded, inner.length, padded.length, (byte) (padding - 1));
    return padded;
  }

  private static byte[] unpadded(byte[] inner) throws BadPaddingException {
    int padding = inner[inner.length - 1] & 0xff;
    if (padding >= inner.length) {
      throw new BadPaddingException("more padding than text");
    }
    return Octets.part(inner, 0, inner.length - padding - 1);
  }

  /// What is before the MAC behind it.
  private byte[] authenticated(int type, byte[] octets) throws BadPaddingException {
    int length = octets.length - mac.getMacLength();
    if (length < 0) {
      throw new BadPaddingException("shorter than its MAC");
    }
    var content = Octets.part(octets, 0, length);
    if (!MessageDigest.isEqual(
        mac(type, content), Octets.part(octets, length, mac.getMacLength()))) {
      throw new BadPaddingException("the MAC is wrong");
    }
    return content;
  }

  private byte[] mac(int type, byte[] octets) {
    return mac.doFinal(
        new OctetWriter()
            .octets(Octets.number(number, 8))
            .u8(type)
            .u16(version)
            .vector16(octets)
            .written());
  }
}
