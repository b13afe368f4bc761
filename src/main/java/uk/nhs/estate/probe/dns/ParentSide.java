package uk.nhs.estate.probe.dns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
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

  /// Whether a server said something on the delegation that counts as the parent's word.
  static boolean speaks(Zone parent, Talk talk) {
    return talk.heard(Question.NS).filter(heard -> Zones.speaksFor(parent, heard)).isPresent();
  }

  /// The replies to the question for NS records that count as the parent's word.
  private Stream<Heard> replies() {
    return talks.stream()
        .flatMap(talk -> talk.heard(Question.NS).stream())
        .filter(heard -> Zones.speaksFor(zone, heard));
  }

  /// The reply to the question for NS records that is taken for the parent's word.
  Optional<Heard> reply() {
    return replies().findFirst();
  }

  /// Whether all its servers that could be asked deny that the name exists.
  boolean deniesTheName() {
    return reply().isPresent() && replies().allMatch(heard -> heard.rcode() == Rcode.NXDOMAIN);
  }

  /// The names of the domain's name servers in all the replies; none when it is not delegated.
  List<Name> servers(Name domain) {
    return replies()
        .flatMap(heard -> Zones.delegation(heard, domain).stream())
        .map(record -> record.getTarget())
        .distinct()
        .sorted()
        .toList();
  }

  /// The servers of the domain whose addresses came along.
  List<Zone.Server> glued(Name domain) {
    var servers = new ArrayList<Zone.Server>();
    for (var name : servers(domain)) {
      replies()
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
    return obstacle(Question.NS);
  }

  private Obstacle obstacle(Question question) {
    return talks.stream()
        .flatMap(talk -> Stream.ofNullable(talk.outcome(question)))
        .map(
            outcome ->
                switch (outcome) {
                  case Asked.Unreplied(var obstacle, _) -> obstacle;
                  case Asked.NotAsked(var why, _) -> new Obstacle(Kind.NAME_SERVERS_FAILED, why);
                  case Asked.Replied reply ->
                      new Obstacle(
                          Kind.NAME_SERVERS_FAILED,
                          reply.isUsable() ? "no authority" : reply.rcode());
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
            .filter(heard -> Zones.speaksFor(zone, heard))
            .toList();
    var records =
        found.stream()
            .flatMap(
                heard ->
                    Stream.of(Section.ANSWER, Section.AUTHORITY)
                        .flatMap(section -> heard.records(section, domain, Type.DS).stream()))
            .distinct()
            .toList();
    var name = RecordText.of(domain);
    if (!records.isEmpty()) {
      var answer = new Lookup.Found(List.of(), RecordText.of(records));
      return new Lookup(name, "DS", answer, security());
    }
    return talks.stream().anyMatch(talk -> tellsOfDs(talk, domain))
        ? new Lookup(name, "DS", new Lookup.Absent(Lookup.Absence.NODATA, List.of()), security())
        : new Lookup(name, "DS", new Lookup.Unasked(obstacle(Question.DS)));
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

  /// Whether a server told of DS records, or that there are none, with the delegation or when asked
  /// for them. A server of the zone itself knows of none (RFC 4035 §3.1.4.1).
  static boolean tellsOfDs(Talk talk, Name domain) {
    return talk.heard(Question.NS).filter(heard -> tellsOfDs(heard, domain)).isPresent()
        || talk.heard(Question.DS)
            .filter(heard -> heard.isUsable() && heard.has(Flags.AA))
            .filter(heard -> heard.records(Section.AUTHORITY, domain, Type.SOA).isEmpty())
            .isPresent();
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
