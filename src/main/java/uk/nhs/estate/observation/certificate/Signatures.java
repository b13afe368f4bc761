package uk.nhs.estate.observation.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/// Verifies signatures, in bounded time.
///
/// The Java platform does it, and Bouncy Castle where the platform does not know the curve or the
/// algorithm.
final class Signatures {
  private static final int MOST_RSA_BITS = 16_384;

  /// Exponents in use are of 2 or 17 bits; a long one costs seconds.
  private static final int MOST_EXPONENT_BITS = 64;

  private static final int MOST_SALT = 512;

  private static final int MOST_KNOWN = 4096;

  /// Signatures that were good: every check of a site asks for them again, and all sites of an
  /// authority have the same above them.
  private static final Set<Signed> KNOWN_GOOD =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Signed, Boolean> eldest) {
                  return size() > MOST_KNOWN;
                }
              }));

  /// @param digest of what was signed
  private record Signed(
      SignatureAlgorithm algorithm, Octets key, Octets digest, Octets signature) {}

  private Signatures() {}

  /// What came of it.
  enum Outcome {
    GOOD,
    BAD,
    /// Nobody here knows the algorithm or the curve, or the key is too large.
    UNKNOWN
  }

  private static final class More {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  }

  static Outcome verify(
      SignatureAlgorithm algorithm, CertifiedKey key, Octets signed, Octets signature) {
    if (!isUsable(key)) {
      return Outcome.UNKNOWN;
    }
    if (!fits(algorithm, key)) {
      return Outcome.BAD;
    }
    var all = new Signed(algorithm, key.info(), signed.digest("SHA-256"), signature);
    if (KNOWN_GOOD.contains(all)) {
      return Outcome.GOOD;
    }
    var outcome = verify(algorithm, key, signed, signature, null);
    if (outcome == Outcome.UNKNOWN) {
      outcome = verify(algorithm, key, signed, signature, More.BOUNCY_CASTLE);
    }
    if (outcome == Outcome.GOOD) {
      KNOWN_GOOD.add(all);
    }
    return outcome;
  }

  private static boolean isUsable(CertifiedKey key) {
    var exponent = key.exponent();
    return exponent == null
        ? !CertifiedKey.EXPLICIT.equals(key.curve())
        : key.bits() <= MOST_RSA_BITS
            && exponent.bitLength() <= MOST_EXPONENT_BITS
            && exponent.compareTo(BigInteger.TWO) > 0;
  }

  private static boolean fits(SignatureAlgorithm algorithm, CertifiedKey key) {
    var name = algorithm.name();
    return switch (key.algorithm()) {
      case "RSA" -> name.endsWith("withRSA") || name.equals(SignatureAlgorithm.PSS);
      case "RSASSA-PSS" -> name.equals(SignatureAlgorithm.PSS);
      case "EC" -> name.endsWith("withECDSA");
      case "DSA" -> name.endsWith("withDSA");
      default -> name.equals(key.algorithm());
    };
  }

  private static Outcome verify(
      SignatureAlgorithm algorithm,
      CertifiedKey key,
      Octets signed,
      Octets signature,
      @Nullable Provider provider) {
    PublicKey publicKey;
    Signature verifier;
    try {
      var factory =
          provider == null
              ? KeyFactory.getInstance(key.algorithm())
              : KeyFactory.getInstance(key.algorithm(), provider);
      publicKey = factory.generatePublic(new X509EncodedKeySpec(key.info().bytes()));
      verifier =
          provider == null
              ? Signature.getInstance(algorithm.name())
              : Signature.getInstance(algorithm.name(), provider);
      if (algorithm.name().equals(SignatureAlgorithm.PSS)) {
        verifier.setParameter(parameters(algorithm));
      }
      verifier.initVerify(publicKey);
    } catch (GeneralSecurityException | RuntimeException _) {
      return Outcome.UNKNOWN; // providers throw anything for keys that are none
    }
    try {
      verifier.update(signed.bytes());
      return verifier.verify(signature.bytes()) ? Outcome.GOOD : Outcome.BAD;
    } catch (GeneralSecurityException | RuntimeException _) {
      return Outcome.BAD; // and for signatures that are none
    }
  }

  private static PSSParameterSpec parameters(SignatureAlgorithm algorithm)
      throws GeneralSecurityException {
    var digest = algorithm.digest();
    if (digest == null || algorithm.salt() > MOST_SALT) {
      throw new GeneralSecurityException("parameters that nobody uses");
    }
    return new PSSParameterSpec(
        digest, "MGF1", new MGF1ParameterSpec(digest), algorithm.salt(), PSSParameterSpec.TRAILER_FIELD_BC);
  }
}
