package uk.nhs.estate.check.dnssec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.observation.text.DnskeyData;
import uk.nhs.estate.observation.text.DsData;

/// What the checks of signing have in common: which domains they judge, and the records that hold
/// the chain of trust together.
final class Zone {
  private Zone() {}

  /// Judges a domain that is a zone of its own and that somebody validated.
  static Verdict judge(DnsFacts dns, Function<Security, Verdict> judge) {
    return switch (dns.ns().answer()) {
      case Lookup.Absent _ ->
          new Verdict.NotApplicable(
              dns.ns().provesThatTheNameDoesNotExist()
                  ? "the name does not exist"
                  : "it is no zone of its own: another zone's keys sign it");
      case Lookup.Found(var aliases, _) when !aliases.isEmpty() ->
          new Verdict.NotApplicable("it is an alias of " + aliases.getLast());
      case Lookup.Found _, Lookup.Unasked _ ->
          switch (dns.security()) {
            case null -> new Verdict.Unknown("nobody validated its signatures");
            case Security.Unchecked(var obstacle) -> new Verdict.Unknown(obstacle);
            case Security.Secure _, Security.Insecure _, Security.Bogus _ ->
                judge.apply(dns.security());
          };
    };
  }

  /// Judges a zone whose signatures matter, because its parent has a DS record.
  static Verdict judgeSigned(DnsFacts dns, Function<Security, Verdict> judge) {
    return judge(
        dns,
        security ->
            security instanceof Security.Insecure(var why) && ds(dns).isEmpty()
                ? new Verdict.NotApplicable("nobody can validate it: " + why)
                : judge.apply(security));
  }

  /// Judges the DS records of the parent.
  static Verdict judgeDs(DnsFacts dns, Function<List<DsData>, Verdict> judge) {
    return judgeSigned(
        dns,
        _ -> {
          var ds = ds(dns);
          return ds.isEmpty() ? new Verdict.Unknown("no DS record could be read") : judge.apply(ds);
        });
  }

  /// A pass if any DS record of the parent is sound: resolvers need no more than one.
  static Verdict passIfAnyDs(DnsFacts dns, Predicate<DsData> isSound) {
    return judgeDs(
        dns,
        ds ->
            Verdict.passIf(
                ds.stream().anyMatch(isSound),
                ds.stream().map(Wording::of).collect(Collectors.joining("; "))));
  }

  /// Judges the keys that may sign the zone.
  static Verdict judgeKeys(DnsFacts dns, Function<List<DnskeyData>, Verdict> judge) {
    return judgeSigned(
        dns,
        _ -> {
          var keys = keys(dns).stream().filter(DnskeyData::isZoneKey).toList();
          if (!keys.isEmpty()) {
            return judge.apply(keys);
          }
          return provesThatThereAreNoKeys(dns)
              ? new Verdict.NotApplicable("it has no DNSKEY record")
              : new Verdict.Unknown("no DNSKEY record could be read");
        });
  }

  /// The DS records that the resolver or any server of the parent told, each once.
  static List<DsData> ds(DnsFacts dns) {
    return Stream.concat(
            lookedUp(dns, "DS"),
            dns.parentServers().stream()
                .flatMap(Zone::replies)
                .flatMap(reply -> Stream.of(reply.answer(), reply.authority()))
                .flatMap(section -> data(section, dns.name(), "DS")))
        .map(DsData::parse)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /// The keys that the resolver or any server of the zone told, each once.
  static List<DnskeyData> keys(DnsFacts dns) {
    return Stream.concat(
            lookedUp(dns, "DNSKEY"),
            keyReplies(dns).flatMap(reply -> data(reply.answer(), dns.name(), "DNSKEY")))
        .map(DnskeyData::parse)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /// What the parent vouches for and what the zone has, to go with the evidence of a zone whose
  /// keys are in doubt.
  static String vouched(DnsFacts dns) {
    return Stream.concat(ds(dns).stream().map(Wording::of), keys(dns).stream().map(Wording::of))
        .map(words -> "; " + words)
        .collect(Collectors.joining());
  }

  /// Whether there was an answer of the zone, and nowhere a key in it.
  static boolean provesThatThereAreNoKeys(DnsFacts dns) {
    boolean absent =
        dns.lookup(dns.name(), "DNSKEY")
            .map(lookup -> lookup.answer() instanceof Lookup.Absent)
            .orElse(false);
    return keys(dns).isEmpty() && (absent || keyReplies(dns).anyMatch(Zone::isOfTheZone));
  }

  /// Whether a reply speaks for the zone: neither an error nor what a server says that does not
  /// hold it.
  static boolean isOfTheZone(Replied reply) {
    return reply.isUsable() && reply.has("aa");
  }

  /// Whatever a server replied to any question.
  static Stream<Replied> replies(ServerFacts server) {
    return server.asked().stream().flatMap(asked -> asked.reply().stream());
  }

  private static Stream<Replied> keyReplies(DnsFacts dns) {
    return dns.servers().stream().flatMap(server -> server.reply(Question.DNSKEY).stream());
  }

  private static Stream<String> lookedUp(DnsFacts dns, String type) {
    return dns.lookup(dns.name(), type).stream().flatMap(lookup -> lookup.data().stream());
  }

  private static Stream<String> data(List<ResourceRecord> section, String name, String type) {
    return section.stream()
        .filter(r -> r.type().equals(type) && r.name().equalsIgnoreCase(name))
        .map(ResourceRecord::data);
  }
}
