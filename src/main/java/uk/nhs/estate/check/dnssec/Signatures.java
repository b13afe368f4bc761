package uk.nhs.estate.check.dnssec;

import static java.util.function.BinaryOperator.maxBy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.observation.text.RrsigData;

/// The signatures that a zone's servers send. A server that is silent hands out none.
final class Signatures {
  private Signatures() {}

  /// A signature as a server sent it.
  ///
  /// @param question that it came with the answer to
  /// @param owner the name whose records it signs, in lower case
  record Signature(Question question, String owner, RrsigData rrsig, String server) {

    /// What it signs and who sent it, as people read it.
    String words() {
      return "%s of %s, key tag %d, algorithm %s, valid from %s until %s, sent by %s"
          .formatted(
              rrsig.covered(),
              owner,
              rrsig.keyTag(),
              Algorithm.label(rrsig.algorithm()),
              rrsig.inception(),
              rrsig.expiration(),
              server);
    }
  }

  /// Judges every signature by the zone's own keys that any of its servers sent, at least one.
  static Verdict judge(DnsFacts dns, Function<List<Signature>, Verdict> judge) {
    return Zone.judgeSigned(
        dns,
        _ -> {
          var signatures =
              dns.servers().stream().flatMap(server -> sentBy(server, dns.name())).toList();
          if (!signatures.isEmpty()) {
            return judge.apply(signatures);
          }
          return dns.servers().stream()
                  .flatMap(server -> server.reply(Question.SOA).stream())
                  .anyMatch(Zone::isOfTheZone)
              ? new Verdict.NotApplicable("its servers send no signatures")
              : new Verdict.Unknown("no server sent an answer to read signatures from");
        });
  }

  /// Of each set of records in each answer the signature that lasts longest: one is enough.
  static List<Signature> lasting(List<Signature> signatures) {
    return List.copyOf(
        signatures.stream()
            .collect(
                Collectors.toMap(
                    one ->
                        List.of(one.server(), one.question(), one.owner(), one.rrsig().covered()),
                    one -> one,
                    maxBy(Comparator.comparing(one -> one.rrsig().expiration())),
                    LinkedHashMap::new))
            .values());
  }

  private static Stream<Signature> sentBy(ServerFacts server, String zone) {
    return server.asked().stream()
        .flatMap(
            asked ->
                asked.reply().stream()
                    .flatMap(reply -> Stream.of(reply.answer(), reply.authority()))
                    .flatMap(List::stream)
                    .filter(r -> r.type().equals("RRSIG"))
                    .flatMap(r -> signature(server, asked.question(), r).stream()))
        .filter(signature -> signature.rrsig().signer().equalsIgnoreCase(zone));
  }

  private static Optional<Signature> signature(
      ServerFacts server, Question question, ResourceRecord r) {
    return RrsigData.parse(r.data())
        .map(
            rrsig ->
                new Signature(question, r.name().toLowerCase(Locale.ROOT), rrsig, server.label()));
  }
}
