package uk.nhs.estate.observation.text;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.text.DkimKey.PublicKey;
import uk.nhs.estate.observation.text.DkimKey.Rsa;
import uk.nhs.estate.observation.text.DkimKey.RsaForm;
import uk.nhs.estate.observation.text.DkimKey.Unreadable;

/// Reads the DER of RSA keys (ITU-T X.690 §8, §10) in either form, and no further than its octets
/// go.
final class RsaKeyReader {
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int SEQUENCE = 0x30;

  /// `rsaEncryption`, 1.2.840.113549.1.1.1 (RFC 8017 §A.1).
  private static final byte[] RSA = HexFormat.of().parseHex("2a864886f70d010101");

  private final byte[] octets;
  private int at;
  private final int end;

  private RsaKeyReader(byte[] octets, int at, int end) {
    this.octets = octets;
    this.at = at;
    this.end = end;
  }

  static PublicKey read(byte[] octets) {
    var all = new RsaKeyReader(octets, 0, octets.length);
    var outer = all.enter(SEQUENCE);
    if (outer == null) {
      return new Unreadable("it is no RSA key: no sequence in DER, or one that is cut off");
    }
    if (!all.atEnd()) {
      return new Unreadable("there is more after the end of the RSA key");
    }
    return outer.nextIs(INTEGER)
        ? key(octets, RsaForm.RSA_PUBLIC_KEY, outer)
        : insideInfo(octets, outer);
  }

  /// `SubjectPublicKeyInfo`: an algorithm, then the key in a bit string.
  private static PublicKey insideInfo(byte[] octets, RsaKeyReader info) {
    var algorithm = info.enter(SEQUENCE);
    var name = algorithm == null ? null : algorithm.enter(OBJECT_IDENTIFIER);
    if (name == null) {
      return new Unreadable("it is no RSA key: its parts are others");
    }
    if (!Arrays.equals(octets, name.at, name.end, RSA, 0, RSA.length)) {
      return new Unreadable("it says that it is a key of another kind than RSA");
    }
    var bits = info.enter(BIT_STRING);
    if (bits == null || bits.atEnd() || octets[bits.at] != 0) {
      return new Unreadable("there is no RSA key after the name of the algorithm");
    }
    bits.at++;
    int start = bits.at;
    var key = bits.enter(SEQUENCE);
    return key == null
        ? new Unreadable("the RSA key is cut off")
        : key(Arrays.copyOfRange(octets, start, bits.at), RsaForm.SUBJECT_PUBLIC_KEY_INFO, key);
  }

  /// `RSAPublicKey`: a modulus, then an exponent.
  ///
  /// @param whole its octets, from its tag to its end
  private static PublicKey key(byte[] whole, RsaForm form, RsaKeyReader key) {
    var modulus = key.enter(INTEGER);
    var exponent = key.enter(INTEGER);
    if (modulus == null || exponent == null || modulus.atEnd() || exponent.atEnd()) {
      return new Unreadable("the RSA key lacks a modulus or an exponent");
    }
    if (modulus.number().signum() <= 0 || exponent.number().signum() <= 0) {
      return new Unreadable("the modulus or the exponent of the RSA key is not above zero");
    }
    return new Rsa(form, modulus.number().bitLength(), sha256(whole));
  }

  private BigInteger number() {
    return new BigInteger(Arrays.copyOfRange(octets, at, end));
  }

  private boolean atEnd() {
    return at == end;
  }

  private boolean nextIs(int tag) {
    return at < end && (octets[at] & 0xFF) == tag;
  }

  /// What is inside the value that comes next, when it has this tag; the reader goes on behind it.
  private @Nullable RsaKeyReader enter(int tag) {
    if (!nextIs(tag) || at + 1 >= end) {
      return null;
    }
    int length = octets[at + 1] & 0xFF;
    int start = at + 2;
    if (length > 0x80) {
      int more = length & 0x7F;
      if (more > 3 || start + more > end) {
        return null;
      }
      length = 0;
      for (int left = more; left > 0; left--) {
        length = (length << 8) | (octets[start++] & 0xFF);
      }
    } else if (length == 0x80) {
      return null;
    }
    if (length > end - start) {
      return null;
    }
    at = start + length;
    return new RsaKeyReader(octets, start, at);
  }

  static String sha256(byte[] octets) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
