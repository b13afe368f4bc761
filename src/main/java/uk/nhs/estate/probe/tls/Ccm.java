package uk.nhs.estate.probe.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/// Counter with CBC-MAC (RFC 3610), which the Java platform does not have, for nonces of 12 octets.
///
/// @param tag the length of what authenticates
record Ccm(SecretKey key, int tag) {
  private static final int BLOCK = 16;
  private static final int LENGTH_OCTETS = 3;

  byte[] seal(byte[] nonce, byte[] header, byte[] plain) throws GeneralSecurityException {
    var counted = count(nonce, Octets.join(mac(nonce, header, plain), plain));
    return Octets.join(Octets.part(counted, BLOCK, plain.length), Octets.part(counted, 0, tag));
  }

  byte[] open(byte[] nonce, byte[] header, byte[] sealed) throws GeneralSecurityException {
    int length = sealed.length - tag;
    var sent = Arrays.copyOf(Octets.part(sealed, length, tag), BLOCK);
    var counted = count(nonce, Octets.join(sent, Octets.part(sealed, 0, length)));
    var plain = Octets.part(counted, BLOCK, length);
    var wanted = Octets.part(mac(nonce, header, plain), 0, tag);
    if (!MessageDigest.isEqual(wanted, Octets.part(counted, 0, tag))) {
      throw new AEADBadTagException("the tag is wrong");
    }
    return plain;
  }

  /// A block that authenticates the header and the text.
  private byte[] mac(byte[] nonce, byte[] header, byte[] plain) throws GeneralSecurityException {
    int flags = 0x40 | ((tag - 2) / 2 << 3) | (LENGTH_OCTETS - 1);
    var blocks =
        Octets.join(
            new byte[] {(byte) flags},
            nonce,
            Octets.number(plain.length, LENGTH_OCTETS),
            filled(new OctetWriter().vector16(header).written()),
            filled(plain));
    var cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[BLOCK]));
    var encrypted = cipher.doFinal(blocks);
    return Octets.part(encrypted, encrypted.length - BLOCK, BLOCK);
  }

  private static byte[] filled(byte[] octets) {
    return Arrays.copyOf(octets, (octets.length + BLOCK - 1) / BLOCK * BLOCK);
  }

  private byte[] count(byte[] nonce, byte[] text) throws GeneralSecurityException {
    var first = Octets.join(new byte[] {LENGTH_OCTETS - 1}, nonce, new byte[LENGTH_OCTETS]);
    var cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(first));
    return cipher.doFinal(text);
  }
}
