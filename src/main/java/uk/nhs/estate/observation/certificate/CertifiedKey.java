package uk.nhs.estate.observation.certificate;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The key that a certificate certifies (RFC 5280 §4.1.2.7). Nothing is computed with it.
///
/// @param algorithm `RSA`, `RSASSA-PSS`, `EC`, `DSA`, `Ed25519` and the like, else the object
///     identifier
/// @param bits of the modulus, the prime or the field; 0 when that is not known
/// @param curve what the elliptic curve is called, its object identifier if it is not known, or
///     `explicit` for one that is written out; none for other keys
/// @param exponent the public exponent of RSA; none for other keys
/// @param info the SubjectPublicKeyInfo, DER
/// @param octets the key itself, in the form that its algorithm has
public record CertifiedKey(
    String algorithm,
    int bits,
    @Nullable String curve,
    @Nullable BigInteger exponent,
    Octets info,
    Octets octets) {

  /// What stands for the name of a curve that is written out.
  public static final String EXPLICIT = "explicit";

  private record Curve(String name, int bits) {}

  private static final Map<String, Curve> CURVES =
      Map.ofEntries(
          Map.entry("1.2.840.10045.3.1.1", new Curve("P-192", 192)),
          Map.entry("1.3.132.0.33", new Curve("P-224", 224)),
          Map.entry("1.2.840.10045.3.1.7", new Curve("P-256", 256)),
          Map.entry("1.3.132.0.34", new Curve("P-384", 384)),
          Map.entry("1.3.132.0.35", new Curve("P-521", 521)),
          Map.entry("1.3.132.0.10", new Curve("secp256k1", 256)),
          Map.entry("1.3.36.3.3.2.8.1.1.5", new Curve("brainpoolP224r1", 224)),
          Map.entry("1.3.36.3.3.2.8.1.1.7", new Curve("brainpoolP256r1", 256)),
          Map.entry("1.3.36.3.3.2.8.1.1.9", new Curve("brainpoolP320r1", 320)),
          Map.entry("1.3.36.3.3.2.8.1.1.11", new Curve("brainpoolP384r1", 384)),
          Map.entry("1.3.36.3.3.2.8.1.1.13", new Curve("brainpoolP512r1", 512)),
          Map.entry("1.2.156.10197.1.301", new Curve("SM2", 256)));

  /// Keys that are all of one size, by their algorithm.
  private static final Map<String, Curve> FIXED =
      Map.of(
          "1.3.101.110", new Curve("X25519", 256),
          "1.3.101.111", new Curve("X448", 448),
          "1.3.101.112", new Curve("Ed25519", 256),
          "1.3.101.113", new Curve("Ed448", 456),
          "2.16.840.1.101.3.4.3.17", new Curve("ML-DSA-44", 0),
          "2.16.840.1.101.3.4.3.18", new Curve("ML-DSA-65", 0),
          "2.16.840.1.101.3.4.3.19", new Curve("ML-DSA-87", 0));

  static CertifiedKey read(Der info) throws MalformedException {
    var parts = info.sequence();
    if (parts.size() != 2) {
      throw new MalformedException("its key has not two parts");
    }
    var algorithm = parts.getFirst().sequence();
    if (algorithm.isEmpty()) {
      throw new MalformedException("its key has no algorithm");
    }
    var whole = info.whole();
    var key = parts.getLast().wholeBits();
    var id = algorithm.getFirst().identifier();
    return switch (id) {
      case "1.2.840.113549.1.1.1" -> rsa("RSA", whole, key);
      case "1.2.840.113549.1.1.10" -> rsa("RSASSA-PSS", whole, key);
      case "1.2.840.10045.2.1" -> elliptic(algorithm, whole, key);
      case "1.2.840.10040.4.1" ->
          new CertifiedKey("DSA", primeBits(algorithm), null, null, whole, key);
      default -> {
        var fixed = FIXED.getOrDefault(id, new Curve(id, 0));
        yield new CertifiedKey(fixed.name(), fixed.bits(), null, null, whole, key);
      }
    };
  }

  private static CertifiedKey rsa(String name, Octets whole, Octets key) throws MalformedException {
    var numbers = Der.of(key).sequence();
    if (numbers.size() != 2) {
      throw new MalformedException("its RSA key has not two numbers");
    }
    return new CertifiedKey(
        name,
        numbers.getFirst().integer().bitLength(),
        null,
        numbers.getLast().integer(),
        whole,
        key);
  }

  private static CertifiedKey elliptic(List<Der> algorithm, Octets whole, Octets key)
      throws MalformedException {
    if (algorithm.size() != 2 || !algorithm.getLast().is(Der.OBJECT_IDENTIFIER)) {
      return new CertifiedKey("EC", 0, EXPLICIT, null, whole, key);
    }
    var id = algorithm.getLast().identifier();
    var curve = CURVES.getOrDefault(id, new Curve(id, 0));
    return new CertifiedKey("EC", curve.bits(), curve.name(), null, whole, key);
  }

  private static int primeBits(List<Der> algorithm) throws MalformedException {
    return algorithm.size() == 2 && algorithm.getLast().is(Der.SEQUENCE)
        ? Extension.parts(algorithm.getLast()).getFirst().integer().bitLength()
        : 0;
  }

  public boolean isRsa() {
    return exponent != null;
  }

  /// As people say it: `RSA of 2048 bits`, `EC P-256`.
  public String words() {
    return curve != null
        ? algorithm + " " + curve
        : bits == 0 || !isSized() ? algorithm : algorithm + " of " + bits + " bits";
  }

  private boolean isSized() {
    return isRsa() || algorithm.equals("DSA");
  }
}
