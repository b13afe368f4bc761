package uk.nhs.estate.probe.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.probe.dnssec.DsProof;
import uk.nhs.estate.probe.dnssec.Validation;
import uk.nhs.estate.probe.dnssec.ZoneKeys;
import uk.nhs.estate.probe.net.AddressText;

/// A domain's own name servers: finds their addresses, talks to each, and reads what they said.
///
/// Used by one thread, which forks.
final class OwnServers {
  /// More name servers than any sound domain has; a hostile one may list hundreds.
  static final int MOST_NAMES = 16;

  private static final int MOST_ADDRESSES = 24;

  /// What a light look does not ask.
  private static final List<Asked.Question> LEFT_OUT =
      List.of(
          Asked.Question.SOA_BY_TCP,
          Asked.Question.TRANSFER,
          Asked.Question.EDNS_VERSION_1,
          Asked.Question.RECURSION,
          Asked.Question.SOFTWARE_VERSION);

  private static final Asked.NotAsked SCAN_LEVEL =
      new Asked.NotAsked(Kind.SCAN_LEVEL.words(), false);
  private static final Obstacle TOO_MANY =
      new Obstacle(Kind.TOO_LARGE, "more than " + MOST_NAMES + " name servers");

  private final Scope scope;
  private final ParentSide side;
  private final Set<Name> met = new LinkedHashSet<>();
  private final Map<InetAddress, Talk> talks = new LinkedHashMap<>();
  private final List<Lookup> addresses = new ArrayList<>();

  OwnServers(Scope scope, ParentSide side) {
    this.scope = scope;
    this.side = side;
  }

  /// Meets the servers that the zone above names, then those that the zone itself names.
  void meetAll() {
    var named = side.servers(scope.name());
    var glued = side.glued(scope.name());
    // a name below the domain can be asked for only of the servers themselves, once they are known
    var elsewhere = named.stream().filter(name -> !isOwn(name)).toList();
    talk(glued);
    find(elsewhere);
    if (glued.isEmpty() && talks.isEmpty()) {
      find(named.stream().filter(this::isOwn).toList());
      return;
    }
    var others = new LinkedHashSet<>(named);
    others.addAll(namedByTheZone());
    others.removeAll(met);
    find(others);
  }

  private boolean isOwn(Name server) {
    return server.subdomain(scope.name());
  }

  /// Asks for the addresses of name servers, and talks to those that are new.
  private void find(Collection<Name> names) {
    var sorted = names.stream().sorted().toList();
    var few = sorted.stream().limit(Math.max(0, MOST_NAMES - met.size())).toList();
    sorted.stream()
        .skip(few.size())
        .flatMap(name -> tooMany(RecordText.of(name)))
        .forEach(addresses::add);
    met.addAll(names);
    var questions = few.stream().flatMap(name -> questions(RecordText.of(name))).toList();
    var found = scope.lookups(questions, zone(keys()).orElse(null));
    addresses.addAll(found);
    var servers = new ArrayList<Zone.Server>();
    for (var lookup : found) {
      for (var text : lookup.data()) {
        AddressText.parse(text)
            .ifPresent(
                address ->
                    servers.add(
                        new Zone.Server(Name.fromConstantString(lookup.name() + "."), address)));
      }
    }
    talk(servers);
  }

  private static Stream<Question> questions(String server) {
    return Stream.of("A", "AAAA").map(type -> new Question(server, type));
  }

  /// The look-ups of a name server that is one too many to be asked for.
  static Stream<Lookup> tooMany(String server) {
    return questions(server)
        .map(one -> new Lookup(one.name(), one.type(), new Lookup.Unasked(TOO_MANY)));
  }

  /// Talks to addresses that are new, all side by side.
  private void talk(List<Zone.Server> servers) {
    var fresh = new ArrayList<Talk>();
    for (var server : servers.stream().sorted(Zone.Server.ORDER).toList()) {
      var known = talks.get(server.address());
      if (known != null) {
        known.isAlso(server.name());
      } else if (talks.size() < MOST_ADDRESSES) {
        var talk = scope.talk(server.address(), server.name());
        talks.put(server.address(), talk);
        fresh.add(talk);
      }
    }
    scope.fork().all(fresh.stream().<Runnable>map(talk -> () -> converse(talk)).toList());
    if (scope.depth() == Depth.LIGHT && namedByTheZone().isEmpty()) {
      authoritative()
          .findFirst()
          .ifPresent(talk -> scope.fork().all(List.of(talk::ns, talk::dnskey)));
    }
  }

  private void converse(Talk talk) {
    talk.soa(scope.fork());
    if (scope.depth() == Depth.LIGHT) {
      LEFT_OUT.forEach(question -> talk.put(new Asked(question, SCAN_LEVEL)));
      return;
    }
    var questions = new ArrayList<Runnable>(List.of(talk::tcp));
    if (talk.isAuthoritative()) {
      questions.add(talk::ns);
      questions.add(talk::dnskey);
    }
    questions.add(() -> scope.tools().servers().manners(talk));
    scope.fork().all(questions);
  }

  private Stream<Talk> authoritative() {
    return talks.values().stream().filter(Talk::isAuthoritative);
  }

  /// The name servers that the zone itself names, by any of its servers.
  private List<Name> namedByTheZone() {
    return authoritative()
        .flatMap(talk -> talk.heard(Asked.Question.NS).stream())
        .flatMap(heard -> heard.records(Section.ANSWER, scope.name(), Type.NS).stream())
        .map(record -> ((NSRecord) record).getTarget())
        .distinct()
        .toList();
  }

  /// The look-ups of the servers' addresses.
  List<Lookup> addresses() {
    return List.copyOf(addresses);
  }

  /// Where the chain of trust stands at the zone: one server with good keys is enough.
  ZoneKeys keys() {
    return side.keys(scope.name())
        .orElseGet(
            () ->
                authoritative()
                    .map(this::keys)
                    .min(Comparator.comparing(OwnServers::rank))
                    .orElse(new ZoneKeys.Unreachable(scope.name(), obstacle())));
  }

  private static int rank(ZoneKeys keys) {
    return switch (keys) {
      case ZoneKeys.Trusted _ -> 0;
      case ZoneKeys.Insecure _ -> 1;
      case ZoneKeys.Bogus _ -> 2;
      case ZoneKeys.Unreachable _ -> 3;
    };
  }

  /// Where it stands by what one server says of the zone's keys.
  private ZoneKeys keys(Talk talk) {
    var inherited = side.keys(scope.name());
    if (inherited.isPresent()) {
      return inherited.get();
    }
    if (!(side.proof() instanceof DsProof.Signed(var ds))) {
      return new ZoneKeys.Unreachable(
          scope.name(),
          new Obstacle(Kind.NAME_SERVERS_SILENT, "the zone above, for the DS records"));
    }
    return talk.heard(Asked.Question.DNSKEY)
        .<ZoneKeys>map(heard -> Validation.keys(scope.name(), ds, heard.message(), scope.now()))
        .orElse(
            new ZoneKeys.Unreachable(scope.name(), obstacle(talk.outcome(Asked.Question.DNSKEY))));
  }

  /// The zone with its servers that answer for it, if any do; nothing before anybody was met.
  Optional<Zone> zone(ZoneKeys keys) {
    var servers =
        authoritative()
            .map(
                talk ->
                    new Zone.Server(talk.firstName(), talk.authority().address(), talk.hasEdns()))
            .toList();
    return talks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Zone(scope.name(), servers, keys, obstacle()));
  }

  /// Why none of them answers for the zone.
  Obstacle obstacle() {
    return talks.values().stream()
        .map(talk -> obstacle(talk.outcome(Asked.Question.SOA)))
        .max(Comparator.comparing(obstacle -> obstacle.kind() != Kind.TIMED_OUT))
        .orElseGet(this::whyNobodyWasMet);
  }

  private Obstacle whyNobodyWasMet() {
    for (var lookup : addresses) {
      if (lookup.answer() instanceof Lookup.Unasked(var obstacle)) {
        return obstacle;
      }
    }
    return new Obstacle(Kind.NO_ADDRESS, "no name server has an address");
  }

  private static Obstacle obstacle(Asked.@Nullable Outcome outcome) {
    return switch (outcome) {
      case null -> new Obstacle(Kind.NAME_SERVERS_FAILED, "nobody asked");
      case Asked.Unreplied(var obstacle, _) -> obstacle;
      case Asked.NotAsked(var why, _) -> new Obstacle(Kind.NAME_SERVERS_FAILED, why);
      case Asked.Replied reply ->
          new Obstacle(
              Kind.NAME_SERVERS_FAILED,
              reply.rcode().equals("NOERROR") ? "no authority" : reply.rcode());
    };
  }

  /// What the servers said to a question about the domain itself, by the first that could say.
  Lookup lookup(Asked.Question question, int type, ZoneKeys keys) {
    return talks.values().stream()
        .sorted(Comparator.comparing(talk -> !talk.isAuthoritative()))
        .flatMap(talk -> talk.whole(question).stream())
        .filter(Heard::isUsable)
        .findFirst()
        .map(heard -> lookup(heard, scope.name(), type, keys))
        .orElseGet(() -> lookup(type, new Lookup.Unasked(obstacle())));
  }

  private Lookup lookup(int type, Lookup.Answer answer) {
    return new Lookup(scope.domain(), Type.string(type), answer);
  }

  private Lookup lookup(Heard heard, Name asked, int type, ZoneKeys keys) {
    return switch (new Answers(asked, type).by(scope.name()).read(heard.message())) {
      case Answers.Done(var answer) ->
          new Lookup(
              RecordText.of(asked),
              Type.string(type),
              answer,
              Validation.answer(heard.message(), asked, type, keys, scope.now()));
      case Answers.AskFor _ ->
          scope
              .lookups(
                  List.of(new Question(RecordText.of(asked), Type.string(type))),
                  zone(keys).orElse(null))
              .getFirst();
      case Answers.Failed(var obstacle) ->
          new Lookup(RecordText.of(asked), Type.string(type), new Lookup.Unasked(obstacle));
    };
  }

  /// Asks one server for a name that nobody uses: how it denies names, or that there is a wildcard.
  Optional<Lookup> denial(Name nobody, ZoneKeys keys) {
    return authoritative()
        .findFirst()
        .map(
            talk -> {
              talk.denial(nobody);
              return talk.heard(Asked.Question.DENIAL)
                  .map(heard -> lookup(heard, nobody, Type.A, keys))
                  .orElse(
                      new Lookup(
                          RecordText.of(nobody),
                          "A",
                          new Lookup.Unasked(obstacle(talk.outcome(Asked.Question.DENIAL)))));
            });
  }

  /// What each server said, with the verdict of DNSSEC on what this very server says.
  List<ServerFacts> facts() {
    return talks.values().stream().map(talk -> talk.facts(security(talk))).toList();
  }

  private @Nullable Security security(Talk talk) {
    var soa = talk.whole(Asked.Question.SOA).filter(Heard::isUsable);
    if (soa.isEmpty() || !talk.isAuthoritative()) {
      return null;
    }
    var its = scope.depth() == Depth.FULL ? keys(talk) : keys();
    return Validation.answer(soa.get().message(), scope.name(), Type.SOA, its, scope.now());
  }
}
