package uk.nhs.estate.check.dns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.DnsFacts.NameServer;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.observation.text.SoaRecord;

/// What the checks of a delegation have in common.
final class Delegation {
  static final Verdict.Unknown NAME_SERVERS_HIDDEN =
      new Verdict.Unknown("its name servers could not be asked for");

  private Delegation() {}

  /// What one server of the parent says of the delegation.
  ///
  /// @param names the name servers that it refers to, in lower case
  record Referral(ServerFacts parent, Replied reply, Set<String> names) {}

  /// Judges the name servers of a domain that is a zone of its own.
  static Verdict judge(DnsFacts dns, Function<List<NameServer>, Verdict> judge) {
    return ofOwn(dns.ns(), () -> judge.apply(dns.nameServers()));
  }

  /// Judges the start of authority of a domain that is a zone of its own.
  static Verdict judgeSoa(DnsFacts dns, Function<SoaRecord, Verdict> judge) {
    return ofOwn(
        dns.soa(),
        () ->
            SoaRecord.parse(dns.soa().data().getFirst())
                .map(judge)
                .orElseGet(() -> new Verdict.Unknown("its SOA record cannot be read")));
  }

  /// Judges what the parent's servers say of the delegation. Their answers from the zone itself, if
  /// they serve it as well, tell nothing of it.
  static Verdict judgeReferrals(DnsFacts dns, Function<List<Referral>, Verdict> judge) {
    return ofZone(
        dns,
        () -> {
          var referrals = referrals(dns);
          if (!referrals.isEmpty()) {
            return judge.apply(referrals);
          }
          return dns.parentNames().isEmpty()
              ? new Verdict.Unknown("no server of the parent zone told how the domain is delegated")
              : new Verdict.NotApplicable(
                  "the servers of the parent zone serve the domain themselves");
        });
  }

  /// Judges what the parent says of the name servers beside what the zone says.
  ///
  /// @param judge given the referrals, and every name that the zone has at whichever of its servers
  static Verdict judgeBoth(DnsFacts dns, BiFunction<List<Referral>, Set<String>, Verdict> judge) {
    return judge(
        dns, _ -> judgeReferrals(dns, referrals -> judge.apply(referrals, zoneNames(dns))));
  }

  /// The same, if they have a name server in common.
  static Verdict judgeOverlap(
      DnsFacts dns, BiFunction<List<Referral>, Set<String>, Verdict> judge) {
    return judgeBoth(
        dns,
        (referrals, zone) ->
            overlap(referrals, zone)
                ? judge.apply(referrals, zone)
                : new Verdict.NotApplicable(
                    "the parent and the zone have no name server in common"));
  }

  /// Whether any referral shares a name server with the zone.
  static boolean overlap(List<Referral> referrals, Set<String> zone) {
    return referrals.stream()
        .anyMatch(referral -> referral.names().stream().anyMatch(zone::contains));
  }

  /// Every name server that any of the referrals names.
  static Set<String> names(List<Referral> referrals) {
    var names = new LinkedHashSet<String>();
    referrals.forEach(referral -> names.addAll(referral.names()));
    return names;
  }

  /// Every name server that the zone names, at whichever of its servers.
  static Set<String> zoneNames(DnsFacts dns) {
    var names = new LinkedHashSet<>(dns.childNames());
    dns.servers().forEach(server -> names.addAll(ownNames(dns.name(), server)));
    return names;
  }

  /// The name servers that one server of the zone names with authority.
  static Set<String> ownNames(String zone, ServerFacts server) {
    var names = new LinkedHashSet<String>();
    server
        .reply(Question.NS)
        .filter(reply -> reply.has("aa"))
        .ifPresent(
            reply -> reply.answer(zone, "NS").forEach(r -> names.add(Asked.plain(r.data()))));
    return names;
  }

  /// Who names a name server.
  static String namedBy(DnsFacts dns, String server) {
    var by = new ArrayList<String>();
    if (dns.parentNames().contains(server)) {
      by.add("the parent");
    }
    if (zoneNames(dns).contains(server)) {
      by.add("the zone");
    }
    return "named by " + String.join(" and ", by);
  }

  /// Finds fault with a delegation to name servers that have no address of one kind.
  ///
  /// @param type `A` or `AAAA`
  static Verdict judgeAddresses(DnsFacts dns, String type) {
    return judge(
        dns,
        servers -> {
          var lookups =
              servers.stream()
                  .flatMap(server -> server.lookups().stream())
                  .filter(lookup -> lookup.type().equals(type))
                  .toList();
          if (lookups.stream().anyMatch(lookup -> lookup.answer() instanceof Lookup.Found)) {
            return new Verdict.Pass();
          }
          if (servers.stream().anyMatch(NameServer::isPartlyHidden)) {
            return Servers.ADDRESSES_HIDDEN;
          }
          return servers.stream().allMatch(server -> server.addresses().isEmpty())
              ? new Verdict.NotApplicable("none of its name servers has an address")
              : new Verdict.Fail(
                  "",
                  "none of these has an %s record: %s"
                      .formatted(
                          type,
                          String.join(", ", servers.stream().map(NameServer::name).toList())));
        });
  }

  /// Judges a name that is a zone of its own, even if nobody could be asked for its name servers.
  static Verdict ofZone(DnsFacts dns, Supplier<Verdict> judge) {
    return dns.ns().answer() instanceof Lookup.Unasked || !dns.parentNames().isEmpty()
        ? judge.get()
        : ofOwn(dns.ns(), judge);
  }

  /// Judges what a zone says of itself.
  private static Verdict ofOwn(Lookup lookup, Supplier<Verdict> judge) {
    return switch (lookup.answer()) {
      case Lookup.Unasked(var obstacle) -> new Verdict.Unknown(obstacle);
      case Lookup.Absent _ ->
          new Verdict.NotApplicable(
              lookup.provesThatTheNameDoesNotExist()
                  ? "the name does not exist"
                  : "it is no zone of its own: another zone's servers answer for it");
      case Lookup.Found(var aliases, _) ->
          aliases.isEmpty()
              ? judge.get()
              : new Verdict.NotApplicable("it is an alias of " + aliases.getLast());
    };
  }

  private static List<Referral> referrals(DnsFacts dns) {
    var referrals = new ArrayList<Referral>();
    for (var parent : dns.parentServers()) {
      parent
          .reply(Question.NS)
          .filter(reply -> !reply.has("aa") || reply.answer(dns.name(), "NS").isEmpty())
          .ifPresent(
              reply -> {
                var names = new LinkedHashSet<String>();
                Stream.concat(
                        reply.authority(dns.name(), "NS").stream(),
                        reply.answer(dns.name(), "NS").stream())
                    .forEach(r -> names.add(Asked.plain(r.data())));
                if (!names.isEmpty()) {
                  referrals.add(new Referral(parent, reply, names));
                }
              });
    }
    return referrals;
  }
}
