package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundServers.PARENTS;
import static uk.nhs.estate.sample.SoundServers.referral;
import static uk.nhs.estate.sample.SoundServers.silent;

import java.util.List;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.sample.SoundServers;

/// What goes wrong with name servers, as facts of the sound domain.
final class SpoiltServers {
  static final String ONE = "192.0.2.53";
  static final String ONE_V6 = "2001:db8:1::53";
  static final String TWO = "198.51.100.53";
  static final String TWO_V6 = "2001:db8:2::53";

  private SpoiltServers() {}

  /// A name for which the servers of another zone answer.
  static DnsFacts inAnotherZone() {
    return withParents(dns(absent(NAME, "NS"), absent(NAME, "SOA")), List.of());
  }

  /// Some addresses never answer.
  static DnsFacts silentAt(String... addresses) {
    return dnsOfAll(
        server ->
            List.of(addresses).contains(server.address())
                ? silent(server.names().getFirst(), server.address())
                : server);
  }

  /// A server that never answered, for the reason given.
  static ServerFacts unreplied(ServerFacts server, Obstacle.Kind kind) {
    return SoundServers.with(
        silent(server.names().getFirst(), server.address()),
        Question.SOA,
        new Unreplied(new Obstacle(kind), 3));
  }

  /// Every server of the parent refers to these name servers.
  static DnsFacts delegatedTo(String... names) {
    return delegated(dns(), List.of(names));
  }

  /// Every server of the parent refers to name servers, some with their addresses.
  static DnsFacts delegated(DnsFacts dns, List<String> names, ResourceRecord... glue) {
    return withParents(
        dns,
        PARENTS.stream()
            .map(parent -> SoundServers.with(parent, Question.NS, glue(names, glue)))
            .toList());
  }

  /// A referral with addresses.
  static Replied glue(List<String> names, ResourceRecord... glue) {
    return SoundServers.with(referral(NAME, names), 0, List.of("qr"), List.of(glue));
  }
}
