package uk.nhs.estate.observation.certificate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How something was signed (RFC 5280 §4.1.1.2).
///
/// @param name as the Java platform calls it, such as `SHA256withRSA`; the object identifier if it
///     is none that is known here
/// @param digest `SHA-256` and the like; none if the algorithm has its own, or is not known
/// @param salt the length of the salt in RSASSA-PSS; 0 otherwise
public record SignatureAlgorithm(String name, @Nullable String digest, int salt) {
  static final String PSS = "RSASSA-PSS";

  private static final Map<String, SignatureAlgorithm> KNOWN =
      Map.ofEntries(
          known("1.2.840.113549.1.1.2", "MD2withRSA", "MD2"),
          known("1.2.840.113549.1.1.3", "MD4withRSA", "MD4"),
          known("1.2.840.113549.1.1.4", "MD5withRSA", "MD5"),
          known("1.2.840.113549.1.1.5", "SHA1withRSA", "SHA-1"),
          known("1.3.14.3.2.29", "SHA1withRSA", "SHA-1"),
          known("1.2.840.113549.1.1.14", "SHA224withRSA", "SHA-224"),
          known("1.2.840.113549.1.1.11", "SHA256withRSA", "SHA-256"),
          known("1.2.840.113549.1.1.12", "SHA384withRSA", "SHA-384"),
          known("1.2.840.113549.1.1.13", "SHA512withRSA", "SHA-512"),
          known("1.2.840.10045.4.1", "SHA1withECDSA", "SHA-1"),
          known("1.2.840.10045.4.3.1", "SHA224withECDSA", "SHA-224"),
          known("1.2.840.10045.4.3.2", "SHA256withECDSA", "SHA-256"),
          known("1.2.840.10045.4.3.3", "SHA384withECDSA", "SHA-384"),
          known("1.2.840.10045.4.3.4", "SHA512withECDSA", "SHA-512"),
          known("1.2.840.10040.4.3", "SHA1withDSA", "SHA-1"),
          known("2.16.840.1.101.3.4.3.1", "SHA224withDSA", "SHA-224"),
          known("2.16.840.1.101.3.4.3.2", "SHA256withDSA", "SHA-256"),
          known("1.3.101.112", "Ed25519", null),
          known("1.3.101.113", "Ed448", null));

  private static final Map<String, String> DIGESTS =
      Map.of(
          "1.3.14.3.2.26", "SHA-1",
          "2.16.840.1.101.3.4.2.4", "SHA-224",
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");

  private static Map.Entry<String, SignatureAlgorithm> known(
      String id, String name, @Nullable String digest) {
    return Map.entry(id, new SignatureAlgorithm(name, digest, 0));
  }

  static SignatureAlgorithm read(Der algorithm) throws MalformedException {
    var parts = Extension.parts(algorithm);
    var id = parts.getFirst().identifier();
    if (id.equals("1.2.840.113549.1.1.10")) {
      return parts.size() == 2
          ? pss(parts.getLast().sequence())
          : new SignatureAlgorithm(PSS, "SHA-1", 20);
    }
    return KNOWN.getOrDefault(id, new SignatureAlgorithm(id, null, 0));
  }

  /// The parameters of RSASSA-PSS, each of which has a default (RFC 4055 §3.1). Where two digests
  /// differ there is no name for it.
  private static SignatureAlgorithm pss(List<Der> parameters) throws MalformedException {
    String digest = "SHA-1";
    String mask = "SHA-1";
    int salt = 20;
    for (var parameter : parameters) {
      switch (parameter.mark()) {
        case 0 -> digest = digest(parameter.only());
        case 1 -> mask = digest(Extension.parts(parameter.only()).getLast());
        case 2 -> salt = parameter.only().expect(Der.INTEGER).small();
        default -> {}
      }
    }
    return digest.equals(mask)
        ? new SignatureAlgorithm(PSS, digest, salt)
        : new SignatureAlgorithm(PSS + " with two digests", null, salt);
  }

  /// The digest that is meant by an AlgorithmIdentifier.
  static String digest(Der algorithm) throws MalformedException {
    var id = Extension.parts(algorithm).getFirst().identifier();
    return DIGESTS.getOrDefault(id, id);
  }

  /// Whether its signatures can be verified here.
  boolean isKnown() {
    return digest != null || name.startsWith("Ed");
  }

  /// Whether somebody may have made two texts with the same signature: browsers no longer believe
  /// these.
  public boolean isBroken() {
    return digest != null && (digest.startsWith("MD") || digest.equals("SHA-1"));
  }
}
