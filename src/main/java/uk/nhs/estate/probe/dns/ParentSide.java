package uk.nhs.estate.probe.dns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.probe.dnssec.DsProof;
import uk.nhs.estate.probe.dnssec.Validation;
import uk.nhs.estate.probe.dnssec.ZoneKeys;

/// What the servers of the zone above say of a domain.
///
/// @param zone the zone above
/// @param talks one for each server asked, at least one
/// @param proof what it proves of the DS records; none when it is not signed, or could not be asked
record ParentSide(Zone zone, List<Talk> talks, @Nullable DsProof proof) {
  private static final String NO_PROOF = "neither a DS record nor a proof that there is none";

  /// The usable reply to the question for NS records that is taken for the parent's word.
  Optional<Heard> reply() {
    return talks.stream()
        .flatMap(talk -> talk.heard(Question.NS).stream())
        .filter(Heard::isUsable)
        .findFirst();
  }

  /// Whether it denies that the name exists.
  boolean deniesTheName() {
    return reply().filter(heard -> heard.rcode() == Rcode.NXDOMAIN).isPresent();
  }

  /// The names of the domain's name servers in all the replies; none when it is not delegated.
  List<Name> servers(Name domain) {
    return talks.stream()
        .flatMap(talk -> talk.heard(Question.NS).stream())
        .flatMap(heard -> Zones.delegation(heard, domain).stream())
        .map(record -> record.getTarget())
        .distinct()
        .toList();
  }

  /// The servers of the domain whose addresses came along.
  List<Zone.Server> glued(Name domain) {
    var servers = new ArrayList<Zone.Server>();
    for (var name : servers(domain)) {
      talks.stream()
          .flatMap(talk -> talk.heard(Question.NS).stream())
          .flatMap(heard -> Zones.glue(zone, heard, name).stream())
          .distinct()
          .forEach(address -> servers.add(new Zone.Server(name, address)));
    }
    return servers;
  }

  /// The domain's keys, when the chain of trust ends above it; else they are for the domain's own
  /// DNSKEY records to show.
  Optional<ZoneKeys> keys(Name domain) {
    return switch (zone.keys()) {
      case ZoneKeys.Trusted _ ->
          switch (proof) {
            case null -> Optional.empty();
            case DsProof.Signed _ -> Optional.empty();
            case DsProof.Absent(var how) -> Optional.of(new ZoneKeys.Insecure(domain, how));
            case DsProof.NotDelegated(var how) ->
                Optional.of(new ZoneKeys.Bogus(domain, Security.Reason.DENIAL_WRONG, how));
            case DsProof.Bogus(var reason, var detail) ->
                Optional.of(new ZoneKeys.Bogus(domain, reason, detail));
            case DsProof.NotThere() ->
                Optional.of(new ZoneKeys.Bogus(domain, Security.Reason.DENIAL_MISSING, NO_PROOF));
          };
      case ZoneKeys.Insecure(_, var why) -> Optional.of(new ZoneKeys.Insecure(domain, why));
      case ZoneKeys.Bogus(_, var reason, var detail) ->
          Optional.of(new ZoneKeys.Bogus(domain, reason, detail));
      case ZoneKeys.Unreachable(_, var obstacle) ->
          Optional.of(new ZoneKeys.Unreachable(domain, obstacle));
    };
  }

  /// What each server said, with the verdict of DNSSEC on it.
  List<ServerFacts> facts() {
    return talks.stream().map(talk -> talk.facts(zone.keys().security())).toList();
  }

  /// Why nobody gave a usable answer.
  Obstacle obstacle() {
    return talks.stream()
        .map(talk -> talk.asked(Question.NS).outcome())
        .map(
            outcome ->
                switch (outcome) {
                  case Asked.Unreplied(var obstacle, _) -> obstacle;
                  case Asked.NotAsked(var why, _) -> new Obstacle(Kind.NAME_SERVERS_FAILED, why);
                  case Asked.Replied reply -> new Obstacle(Kind.NAME_SERVERS_FAILED, reply.rcode());
                })
        .findFirst()
        .orElse(new Obstacle(Kind.NO_ADDRESS, "no server of the zone above has an address"));
  }

  /// The look-up of the domain's DS records, which the zone above holds.
  Lookup ds(Name domain) {
    var found =
        talks.stream()
            .flatMap(
                talk ->
                    Stream.of(Question.DS, Question.NS)
                        .flatMap(question -> talk.heard(question).stream()))
            .filter(Heard::isUsable)
            .toList();
    var records =
        found.stream()
            .flatMap(
                heard ->
                    Stream.of(Section.ANSWER, Section.AUTHORITY)
                        .flatMap(section -> heard.records(section, domain, Type.DS).stream()))
            .distinct()
            .toList();
    return new Lookup(RecordText.of(domain), "DS", answer(found, records), security());
  }

  private Lookup.Answer answer(List<Heard> heard, List<Record> records) {
    if (!records.isEmpty()) {
      return new Lookup.Found(List.of(), RecordText.of(records));
    }
    return heard.isEmpty()
        ? new Lookup.Unasked(obstacle())
        : new Lookup.Absent(Lookup.Absence.NODATA, List.of());
  }

  private Security security() {
    return switch (proof) {
      case null -> zone.keys().security();
      case DsProof.Signed _, DsProof.Absent _ -> new Security.Secure();
      case DsProof.NotDelegated(var how) -> new Security.Bogus(Security.Reason.DENIAL_WRONG, how);
      case DsProof.Bogus(var reason, var detail) -> new Security.Bogus(reason, detail);
      case DsProof.NotThere() -> new Security.Bogus(Security.Reason.DENIAL_MISSING, NO_PROOF);
    };
  }

  /// Whether a server told of DS records, or proved that there are none.
  static boolean tellsOfDs(Talk talk, Name domain) {
    return talk.heard(Question.NS).filter(heard -> tellsOfDs(heard, domain)).isPresent();
  }

  private static boolean tellsOfDs(Heard heard, Name domain) {
    return !heard.records(Section.AUTHORITY, domain, Type.DS).isEmpty()
        || heard.message().getSection(Section.AUTHORITY).stream()
            .anyMatch(record -> record.getType() == Type.NSEC || record.getType() == Type.NSEC3);
  }

  /// Reads the proof out of a referral or an answer to the question for DS records.
  static @Nullable DsProof proof(Zone zone, Talk talk, Name domain, Instant now) {
    if (!(zone.keys() instanceof ZoneKeys.Trusted trusted)) {
      return null;
    }
    for (var question : List.of(Question.NS, Question.DS)) {
      var heard = talk.heard(question);
      if (heard.isPresent()) {
        var proof = Validation.ds(heard.get().message(), domain, trusted, now);
        if (!(proof instanceof DsProof.NotThere) || question == Question.DS) {
          return proof;
        }
      }
    }
    return null;
  }
}
