package uk.nhs.estate.probe.dnssec;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed448;

/// The signature algorithms that are verified here: all that RFC 8624 §3.1 wants validators to
/// know, GOST left out (RFC 9906).
///
/// Signatures with SHA-1 are still verified, as RFC 9905 §2 says: that they should be replaced is
/// for a check to say, from the zone's keys.
enum SigningAlgorithm {
  RSA_SHA1(5),
  RSA_SHA1_NSEC3(7),
  RSA_SHA256(8),
  RSA_SHA512(10),
  ECDSA_P256(13),
  ECDSA_P384(14),
  ED25519(15),
  ED448(16);

  /// The largest RSA key (RFC 3110 §2): larger ones cost time to verify.
  private static final int MOST_RSA_BITS = 4096;

  /// Keys in use have exponents of 2, 17 or 33 bits.
  private static final int MOST_EXPONENT_BITS = 64;

  /// The SHA-256 of key, what it signed and the signature, for signatures that were good.
  private static final Recent<ByteBuffer> VERIFIED = new Recent<>(4096);

  private static final ECDomainParameters P256 = curve("P-256");
  private static final ECDomainParameters P384 = curve("P-384");

  private final int number;

  SigningAlgorithm(int number) {
    this.number = number;
  }

  /// The algorithm of an IANA number; nothing if it is not verified here.
  static Optional<SigningAlgorithm> of(int number) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.number == number).findAny();
  }

  /// Whether the key, in the form that a DNSKEY record has, signed the octets. All servers of a
  /// zone show the same signatures: what was verified a moment ago is known.
  boolean verifies(byte[] key, byte[] signed, byte[] signature) {
    var lengths = ByteBuffer.allocate(12).putInt(number).putInt(key.length).putInt(signed.length);
    var all = ByteBuffer.wrap(digest("SHA-256", lengths.array(), key, signed, signature));
    if (VERIFIED.has(all)) {
      return true;
    }
    boolean good = verify(key, signed, signature);
    if (good) {
      VERIFIED.add(all);
    }
    return good;
  }

  private boolean verify(byte[] key, byte[] signed, byte[] signature) {
    return switch (this) {
      case RSA_SHA1, RSA_SHA1_NSEC3 -> rsa(new SHA1Digest(), key, signed, signature);
      case RSA_SHA256 -> rsa(new SHA256Digest(), key, signed, signature);
      case RSA_SHA512 -> rsa(new SHA512Digest(), key, signed, signature);
      case ECDSA_P256 -> ecdsa(P256, "SHA-256", key, signed, signature);
      case ECDSA_P384 -> ecdsa(P384, "SHA-384", key, signed, signature);
      case ED25519 ->
          key.length == Ed25519.PUBLIC_KEY_SIZE
              && signature.length == Ed25519.SIGNATURE_SIZE
              && Ed25519.verify(signature, 0, key, 0, signed, 0, signed.length);
      case ED448 ->
          key.length == Ed448.PUBLIC_KEY_SIZE
              && signature.length == Ed448.SIGNATURE_SIZE
              && Ed448.verify(signature, 0, key, 0, new byte[0], signed, 0, signed.length);
    };
  }

  /// RSA with PKCS #1 padding; the key as in RFC 3110 §2.
  private static boolean rsa(Digest digest, byte[] key, byte[] signed, byte[] signature) {
    if (key.length < 3) {
      return false;
    }
    boolean isLong = key[0] == 0;
    int length = isLong ? (key[1] & 0xff) << 8 | (key[2] & 0xff) : key[0] & 0xff;
    int start = isLong ? 3 : 1;
    if (length == 0 || start + length >= key.length) {
      return false;
    }
    var exponent = new BigInteger(1, key, start, length);
    var modulus = new BigInteger(1, key, start + length, key.length - start - length);
    if (modulus.bitLength() > MOST_RSA_BITS
        || !modulus.testBit(0)
        || exponent.bitLength() > MOST_EXPONENT_BITS
        || !exponent.testBit(0)
        || exponent.bitLength() < 2
        || signature.length != (modulus.bitLength() + 7) / 8) {
      return false;
    }
    var signer = new RSADigestSigner(digest);
    // The last argument leaves out a search for small factors: a bad key harms only its own zone.
    signer.init(false, new RSAKeyParameters(false, modulus, exponent, true));
    signer.update(signed, 0, signed.length);
    return signer.verifySignature(signature);
  }

  /// ECDSA; key and signature are pairs of numbers of the curve's length (RFC 6605 §4).
  private static boolean ecdsa(
      ECDomainParameters curve, String digest, byte[] key, byte[] signed, byte[] signature) {
    int length = curve.getCurve().getFieldElementEncodingLength();
    if (key.length != 2 * length || signature.length != 2 * length) {
      return false;
    }
    var point = new byte[key.length + 1];
    point[0] = 4; // not compressed (SEC 1 §2.3.4)
    System.arraycopy(key, 0, point, 1, key.length);
    var signer = new ECDSASigner();
    try {
      signer.init(false, new ECPublicKeyParameters(curve.getCurve().decodePoint(point), curve));
    } catch (IllegalArgumentException _) { // the point is not on the curve
      return false;
    }
    return signer.verifySignature(
        digest(digest, signed),
        new BigInteger(1, signature, 0, length),
        new BigInteger(1, signature, length, length));
  }

  /// A digest by a name that every Java platform or this program's libraries know.
  static byte[] digest(String name, byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance(name);
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECDomainParameters curve(String name) {
    X9ECParameters curve = CustomNamedCurves.getByName(name);
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }
}
