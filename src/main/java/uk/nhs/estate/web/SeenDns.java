package uk.nhs.estate.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.Pointer;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.observation.text.SoaRecord;

/// Lays out for people how a domain is delegated, signed, protected and pointed.
final class SeenDns {
  private static final int MOST_LINES = 50;

  private SeenDns() {}

  static List<SeenTopic.Block> blocks(DnsFacts dns) {
    var blocks = new ArrayList<SeenTopic.Block>();
    blocks.add(
        new SeenTopic.Pairs(
            "The zone as a whole",
            List.of(
                new SeenTopic.Pair("DNSSEC", Visible.sentence(Security.words(dns.security()))),
                new SeenTopic.Pair(
                    "Zone above",
                    Visible.of(dns.parentZone() == null ? "Not known" : dns.parentZone())))));
    if (!dns.parentServers().isEmpty()) {
      blocks.add(parents(dns));
    }
    if (!dns.servers().isEmpty()) {
      blocks.add(servers(dns));
    }
    blocks.add(
        lookups(
            "Records",
            Stream.of(
                    Stream.of(dns.soa(), dns.ns(), dns.caa()),
                    dns.nameServerAddresses().stream(),
                    dns.records().stream())
                .flatMap(lookups -> lookups)));
    if (!dns.targets().isEmpty()) {
      blocks.add(targets(dns));
    }
    return blocks;
  }

  private static SeenTopic.Table parents(DnsFacts dns) {
    return new SeenTopic.Table(
        "What the servers of the zone above say",
        List.of("Server", "Answer", "Name servers that it names", "DS records"),
        dns.parentServers().stream()
            .map(
                server ->
                    List.of(
                        name(server),
                        Visible.sentence(server.outcome(Question.NS).words()),
                        lines(named(dns, server)),
                        lines(signing(dns, server))))
            .toList());
  }

  private static List<String> named(DnsFacts dns, ServerFacts parent) {
    return found(dns, parent, Question.NS, "NS");
  }

  private static List<String> signing(DnsFacts dns, ServerFacts parent) {
    return found(
        dns, parent, parent.reply(Question.DS).isPresent() ? Question.DS : Question.NS, "DS");
  }

  private static List<String> found(
      DnsFacts dns, ServerFacts server, Question question, String type) {
    if (!(server.outcome(question) instanceof Replied reply) || !reply.isUsable()) {
      return List.of("Not seen");
    }
    var data =
        Stream.concat(
                reply.answer(dns.name(), type).stream(), reply.authority(dns.name(), type).stream())
            .map(ResourceRecord::data)
            .distinct()
            .toList();
    return data.isEmpty() ? List.of("None") : data;
  }

  private static SeenTopic.Table servers(DnsFacts dns) {
    return new SeenTopic.Table(
        "What its own name servers do",
        List.of("Server", "Answer", "TCP", "EDNS", "DNSSEC", "Serial", "Answered"),
        dns.servers().stream()
            .map(
                server ->
                    List.of(
                        name(server),
                        Visible.sentence(server.soa().words()),
                        Visible.of(tcp(server.outcome(Question.SOA_BY_TCP))),
                        Visible.of(edns(server)),
                        Visible.sentence(Security.state(server.security())),
                        Visible.of(serial(dns, server).orElse("Not seen")),
                        Visible.of(answered(server))))
            .toList());
  }

  private static Content name(ServerFacts server) {
    return lines(Stream.concat(server.names().stream(), Stream.of(server.address())).toList());
  }

  private static String tcp(Asked.Outcome outcome) {
    return switch (outcome) {
      case Replied reply -> reply.isUsable() ? "Yes" : reply.rcode();
      case Asked.Unreplied(var obstacle, _) -> "No: " + obstacle.kind().words();
      case NotAsked _ -> "Not asked";
    };
  }

  private static String edns(ServerFacts server) {
    return server
        .reply(Question.SOA)
        .map(reply -> reply.edns() == null ? "No" : "Yes")
        .orElse(
            server.reply(Question.SOA_WITHOUT_EDNS).isPresent()
                ? "Answers only without"
                : "Not seen");
  }

  private static Optional<String> serial(DnsFacts dns, ServerFacts server) {
    return server.wholeSoa().stream()
        .flatMap(reply -> reply.answer(dns.name(), "SOA").stream())
        .flatMap(record -> SoaRecord.parse(record.data()).stream())
        .map(soa -> Long.toString(soa.serial()))
        .findFirst();
  }

  private static String answered(ServerFacts server) {
    var count = server.answered() + " of " + Words.count(server.sent(), "question", "questions");
    return server.answered() == 0
        ? count
        : count + ", half of them within " + Words.count(server.medianMillis(), "ms", "ms");
  }

  /// Look-ups with their answers, and what DNSSEC says of them.
  static SeenTopic.Table lookups(String caption, Stream<Lookup> lookups) {
    return new SeenTopic.Table(
        caption,
        List.of("Name", "Type", "Answer", "DNSSEC"),
        lookups
            .map(
                lookup ->
                    List.of(
                        Visible.of(lookup.name()),
                        Visible.of(lookup.type()),
                        lines(lookup.answer().words()),
                        Visible.sentence(Security.state(lookup.security()))))
            .toList());
  }

  private static SeenTopic.Table targets(DnsFacts dns) {
    return new SeenTopic.Table(
        "Where its records point",
        List.of("Name", "Pointed at as", "Is it there?", "Its domain"),
        dns.targets().stream()
            .map(
                target ->
                    List.of(
                        Visible.of(target.name()),
                        Visible.of(kinds(dns, target)),
                        Visible.of(target.existence()),
                        Visible.of(target.registration())))
            .toList());
  }

  private static String kinds(DnsFacts dns, PointedAt target) {
    var kinds = dns.pointingAt(target.name());
    return kinds.isEmpty()
        ? "Primary in the SOA"
        : kinds.stream().map(Pointer.Kind::words).collect(Collectors.joining(", "));
  }

  /// As many lines as anybody reads.
  static Content lines(List<String> texts) {
    return texts.size() <= MOST_LINES
        ? Visible.lines(texts)
        : Visible.lines(
            Stream.concat(
                    texts.stream().limit(MOST_LINES),
                    Stream.of("and " + Words.number(texts.size() - MOST_LINES) + " more"))
                .toList());
  }
}
