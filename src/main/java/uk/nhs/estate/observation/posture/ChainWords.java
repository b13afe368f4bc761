package uk.nhs.estate.observation.posture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsPosture.Shown;
import uk.nhs.estate.observation.certificate.AlternativeName;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Chain;
import uk.nhs.estate.observation.certificate.ChainJudgement;
import uk.nhs.estate.observation.certificate.Sent;
import uk.nhs.estate.observation.certificate.Unreadable;

/// Says in plain words which certificates a server showed.
///
/// @param seenAt the moment at which chains are to hold
/// @param anchors the roots that chains are held against; none to say nothing of that
record ChainWords(Instant seenAt, @Nullable Anchors anchors) {
  private static final int MOST_CERTIFICATES = 10;
  private static final int MOST_NAMES = 100;

  /// All chains, each once.
  List<Block> of(List<Shown> chains) {
    var alike = new LinkedHashMap<List<Part>, List<Shown>>();
    chains.forEach(
        shown -> alike.computeIfAbsent(shown.chain(), _ -> new ArrayList<>()).add(shown));
    var blocks = new ArrayList<Block>();
    int number = 0;
    for (var entry : alike.entrySet()) {
      number++;
      var title = alike.size() == 1 ? "Chain of certificates" : "Chain of certificates " + number;
      blocks.add(chain(title, entry.getKey(), entry.getValue()));
      blocks.addAll(
          of(
              alike.size() == 1 ? "Certificate" : "Chain " + number + ", certificate",
              entry.getKey()));
    }
    return blocks;
  }

  private Block chain(String title, List<Part> chain, List<Shown> alike) {
    var pairs = new ArrayList<Block.Pair>();
    pairs.add(new Block.Pair("Shown", alike.stream().map(ChainWords::where).distinct().toList()));
    pairs.add(new Block.Pair("Certificates", sent(chain.size())));
    if (anchors != null) {
      pairs.add(new Block.Pair("Chain of trust", trust(chain, anchors)));
    }
    var first = alike.getFirst();
    pairs.add(new Block.Pair("OCSP response", first.ocsp() == null ? "None stapled" : "Stapled"));
    pairs.add(new Block.Pair("SCTs in the handshake", first.scts() == null ? "None" : "Yes"));
    return new Block.Pairs(title, pairs);
  }

  private static String where(Shown shown) {
    return PostureWords.version(shown.version())
        + " with "
        + PostureWords.suite(shown.version(), shown.suite())
        + (shown.serverName() == null
            ? ", asked without a name"
            : ", asked for " + shown.serverName());
  }

  static String sent(int size) {
    return size == 1 ? "1 was sent" : size + " were sent";
  }

  private String trust(List<Part> chain, Anchors roots) {
    var all = chain.stream().map(part -> Sent.read(part.bytes())).toList();
    if (all.isEmpty() || !(all.getFirst() instanceof Certificate leaf)) {
      return "The certificate of the server cannot be read";
    }
    var others =
        all.stream()
            .skip(1)
            .filter(Certificate.class::isInstance)
            .map(Certificate.class::cast)
            .toList();
    return switch (Chain.ofServer(leaf, others, roots, seenAt).judge()) {
      case ChainJudgement.Holds(var path, _) ->
          "Leads to the trusted root " + path.getLast().subject();
      case ChainJudgement.Broken(_, var flaw) ->
          "Broken: " + flaw.where().subject() + " " + flaw.words();
      case ChainJudgement.Unknowable(var why) -> "Cannot be said: " + why;
    };
  }

  /// The certificates of a chain one by one.
  static List<Block> of(String title, List<Part> chain) {
    var blocks = new ArrayList<Block>();
    for (var part : chain.subList(0, Math.min(chain.size(), MOST_CERTIFICATES))) {
      blocks.add(
          new Block.Pairs(title + " " + (blocks.size() + 1), pairs(Sent.read(part.bytes()))));
    }
    if (chain.size() > MOST_CERTIFICATES) {
      blocks.add(
          new Block.Pairs(
              title + "s after these",
              List.of(new Block.Pair("How many", "" + (chain.size() - MOST_CERTIFICATES)))));
    }
    return blocks;
  }

  private static List<Block.Pair> pairs(Sent sent) {
    var hash = new Block.Pair("SHA-256", sent.fingerprint());
    return switch (sent) {
      case Certificate its ->
          List.of(
              new Block.Pair("Subject", its.subject().toString()),
              new Block.Pair("Names", names(its)),
              new Block.Pair("Issuer", its.issuer().toString()),
              new Block.Pair("Valid from", its.notBefore()),
              new Block.Pair("Valid until", its.notAfter()),
              new Block.Pair("Key", its.key().words()),
              new Block.Pair("Signature", its.signatureAlgorithm().name()),
              new Block.Pair("Serial number", its.serialText()),
              hash);
      case Unreadable(_, var why) ->
          List.of(new Block.Pair("Subject", "It cannot be read: " + why), hash);
    };
  }

  private static List<String> names(Certificate certificate) {
    var names = certificate.names();
    if (names.isEmpty()) {
      return List.of("None");
    }
    var shown = names.stream().limit(MOST_NAMES).map(AlternativeName::text);
    int more = certificate.nameCount() - MOST_NAMES;
    return (more > 0 ? Stream.concat(shown, Stream.of("and " + more + " more")) : shown).toList();
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
    return switch (Sent.read(part.bytes())) {
      case Certificate its ->
          "%s until %s (SHA-256 %s…)"
              .formatted(its.subject(), its.notAfter(), its.fingerprint().substring(0, 16));
      case Unreadable unreadable -> "SHA-256 " + unreadable.fingerprint();
    };
  }
}
