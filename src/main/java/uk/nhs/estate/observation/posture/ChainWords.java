package uk.nhs.estate.observation.posture;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsPosture.Shown;

/// Says in plain words which certificates a server showed.
final class ChainWords {
  private static final int MOST_CERTIFICATES = 10;
  private static final int MOST_NAMES = 100;

  private ChainWords() {}

  /// All chains, each once.
  static List<Block> of(List<Shown> chains) {
    var alike = new LinkedHashMap<List<Part>, List<Shown>>();
    chains.forEach(
        shown -> alike.computeIfAbsent(shown.chain(), _ -> new ArrayList<>()).add(shown));
    var blocks = new ArrayList<Block>();
    for (var entry : alike.entrySet()) {
      var title = alike.size() == 1 ? "Certificate" : "Chain " + (blocks.size() + 1);
      blocks.add(where(title, entry.getValue(), entry.getKey().size()));
      blocks.addAll(of(title + (alike.size() == 1 ? "" : ", certificate"), entry.getKey()));
    }
    return blocks;
  }

  private static Block where(String title, List<Shown> alike, int size) {
    var first = alike.getFirst();
    return new Block.Pairs(
        title.equals("Certificate") ? "Chain of certificates" : title,
        List.of(
            new Block.Pair(
                "Shown",
                alike.stream()
                    .map(
                        shown ->
                            PostureWords.version(shown.version())
                                + " with "
                                + PostureWords.suite(shown.version(), shown.suite())
                                + (shown.serverName() == null
                                    ? ", asked without a name"
                                    : ", asked for " + shown.serverName()))
                    .distinct()
                    .toList()),
            new Block.Pair("Certificates", size == 1 ? "1 was sent" : size + " were sent"),
            new Block.Pair("OCSP response", first.ocsp() == null ? "None stapled" : "Stapled"),
            new Block.Pair(
                "SCTs in the handshake", first.scts() == null ? "None" : "Yes")));
  }

  /// The certificates of a chain one by one.
  static List<Block> of(String title, List<Part> chain) {
    var blocks = new ArrayList<Block>();
    for (var part : chain.subList(0, Math.min(chain.size(), MOST_CERTIFICATES))) {
      blocks.add(certificate(title + " " + (blocks.size() + 1), part));
    }
    if (chain.size() > MOST_CERTIFICATES) {
      blocks.add(
          new Block.Pairs(
              title + "s after these",
              List.of(new Block.Pair("How many", "" + (chain.size() - MOST_CERTIFICATES)))));
    }
    return blocks;
  }

  private static Block certificate(String title, Part part) {
    var hash = new Block.Pair("SHA-256", part.hash());
    return parsed(part)
        .<Block>map(
            its ->
                new Block.Pairs(
                    title,
                    List.of(
                        new Block.Pair("Subject", its.getSubjectX500Principal().getName()),
                        new Block.Pair("Names", names(its)),
                        new Block.Pair("Issuer", its.getIssuerX500Principal().getName()),
                        new Block.Pair("Valid from", its.getNotBefore().toInstant()),
                        new Block.Pair("Valid until", its.getNotAfter().toInstant()),
                        new Block.Pair("Key", key(its.getPublicKey())),
                        new Block.Pair("Signature", its.getSigAlgName()),
                        new Block.Pair("Serial number", its.getSerialNumber().toString(16)),
                        hash)))
        .orElseGet(
            () ->
                new Block.Pairs(
                    title,
                    List.of(
                        new Block.Pair("Subject", "It cannot be read"),
                        new Block.Pair("Size", part.size() + " bytes"),
                        hash)));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      var names = certificate.getSubjectAlternativeNames();
      if (names == null || names.isEmpty()) {
        return List.of("None");
      }
      var shown = names.stream().limit(MOST_NAMES).map(name -> String.valueOf(name.get(1)));
      return names.size() > MOST_NAMES
          ? Stream.concat(shown, Stream.of("and " + (names.size() - MOST_NAMES) + " more")).toList()
          : shown.toList();
    } catch (CertificateParsingException _) {
      return List.of("They cannot be read");
    }
  }

  private static String key(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA, " + rsa.getModulus().bitLength() + " bits";
      case ECPublicKey ec -> "EC, " + ec.getParams().getOrder().bitLength() + " bits";
      default -> key.getAlgorithm();
    };
  }

  /// The leaves of all chains, for comparison.
  static String leaves(List<Shown> chains) {
    return chains.stream()
        .filter(shown -> !shown.chain().isEmpty())
        .map(shown -> leaf(shown.chain().getFirst()))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String leaf(Part part) {
    return parsed(part)
        .map(
            its ->
                "%s until %s (SHA-256 %s…)"
                    .formatted(
                        its.getSubjectX500Principal().getName(),
                        its.getNotAfter().toInstant(),
                        part.hash().substring(0, 16)))
        .orElse("SHA-256 " + part.hash());
  }

  private static Optional<X509Certificate> parsed(Part part) {
    try {
      var parsed =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(part.bytes()));
      return parsed instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (CertificateException _) {
      return Optional.empty();
    }
  }
}
