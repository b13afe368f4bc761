package uk.nhs.estate.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.Pointer;
import uk.nhs.estate.observation.RelevantCaa;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.probe.dnssec.Validation;
import uk.nhs.estate.probe.dnssec.ZoneKeys;

/// One look at the DNS of one domain: the zone above, the domain's own servers, its records, and
/// what they point at.
final class DnsVisit {
  /// Servers of the zone above that are asked; others only when these fail.
  private static final int PARENT_SERVERS = 2;

  private static final int MOST_PARENT_SERVERS = 4;

  /// No sound domain points at more names.
  private static final int MOST_TARGETS = 60;

  private final Scope scope;
  private final Zones zones;

  DnsVisit(Scope scope) {
    this.scope = scope;
    this.zones = scope.tools().zones();
  }

  DnsFacts look() {
    return switch (zones.holding(new Name(scope.name(), 1), scope.quest())) {
      case Zones.Cut.Delegated(var parent) -> {
        var side = askParent(parent);
        yield side.servers(scope.name()).isEmpty() ? undelegated(side) : delegated(side);
      }
      case Zones.Cut.Hidden(var obstacle) ->
          zones.isCutOff() ? byResolver() : everywhere(new Lookup.Unasked(obstacle), null, null);
      case Zones.Cut.Inside _ -> throw new IllegalStateException("some zone holds every name");
    };
  }

  private ParentSide askParent(Zone parent) {
    var talks = new ArrayList<Talk>();
    int wanted = scope.depth() == Depth.FULL ? PARENT_SERVERS : 1;
    for (var server : zones.order(parent.servers(), scope.name().hashCode())) {
      if (talks.size() < MOST_PARENT_SERVERS) {
        talks.add(scope.talk(server.address(), server.name()));
      }
    }
    int asked = 0;
    while (wanted > 0 && asked < talks.size()) {
      var next = talks.subList(asked, Math.min(asked + wanted, talks.size()));
      scope.fork().all(next.stream().<Runnable>map(talk -> talk::ns).toList());
      wanted -= (int) next.stream().filter(talk -> ParentSide.speaks(parent, talk)).count();
      asked += next.size();
    }
    var heard = List.copyOf(talks.subList(0, asked));
    var delegated = !new ParentSide(parent, heard, null).servers(scope.name()).isEmpty();
    return new ParentSide(
        parent,
        heard,
        heard.stream()
            .filter(talk -> delegated && ParentSide.speaks(parent, talk))
            .filter(this::tellsOfDs)
            .findFirst()
            .map(talk -> ParentSide.proof(parent, talk, scope.name(), scope.now()))
            .orElse(null));
  }

  /// Whether a server of the zone above told of DS records along with the delegation, or tells when
  /// asked.
  private boolean tellsOfDs(Talk talk) {
    if (!ParentSide.tellsOfDs(talk, scope.name())) {
      talk.ds();
    }
    return ParentSide.tellsOfDs(talk, scope.name());
  }

  /// A domain that is no zone of its own, if it exists at all.
  private DnsFacts undelegated(ParentSide side) {
    var reply = side.reply();
    if (reply.isEmpty()) {
      return everywhere(new Lookup.Unasked(side.obstacle()), side, null);
    }
    var own = side.zone();
    if (side.deniesTheName()) {
      var proof =
          Validation.answer(reply.get().message(), scope.name(), Type.NS, own.keys(), scope.now());
      return everywhere(new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of()), side, proof);
    }
    return facts(
        scope.lookups(core(), own),
        List.of(),
        side,
        List.of(),
        scope.lookups(records(false), own),
        own,
        own.keys().security());
  }

  /// A domain with servers of its own.
  private DnsFacts delegated(ParentSide side) {
    var servers = new OwnServers(scope, side);
    servers.meetAll();
    var keys = servers.keys();
    var own = servers.zone(keys).orElse(null);
    var core =
        List.of(
            servers.lookup(Asked.Question.SOA, Type.SOA, keys),
            servers.lookup(Asked.Question.NS, Type.NS, keys),
            own == null
                ? unasked(core().getLast(), servers)
                : scope.lookups(List.of(core().getLast()), own).getFirst());
    var records = new ArrayList<Lookup>();
    records.add(side.ds(scope.name()));
    var dnskey = servers.lookup(Asked.Question.DNSKEY, Type.DNSKEY, keys);
    records.add(dnskey);
    var more = records(!dnskey.data().isEmpty());
    if (own == null || own.servers().isEmpty()) {
      more.forEach(question -> records.add(unasked(question, servers)));
      records.add(unasked(wildcardProbe(), servers));
    } else {
      records.addAll(wildcard(servers, keys, own));
      records.addAll(scope.lookups(more, own));
    }
    return facts(core, servers.addresses(), side, servers.facts(), records, own, keys.security());
  }

  private static Lookup unasked(Question question, OwnServers servers) {
    return new Lookup(question.name(), question.type(), new Lookup.Unasked(servers.obstacle()));
  }

  private Question wildcardProbe() {
    return new Question(DnsFacts.WILDCARD_PROBES.getFirst() + "." + scope.domain(), "A");
  }

  /// Names that nobody uses, asked on until one is denied.
  private List<Lookup> wildcard(OwnServers servers, ZoneKeys keys, Zone own) {
    if (scope.depth() == Depth.LIGHT) {
      return List.of();
    }
    var one = wildcardProbe().name();
    if (!Records.fits(one)) {
      return List.of();
    }
    var first = servers.denial(Name.fromConstantString(one + "."), keys);
    if (first.isEmpty()
        || first.get().answer() instanceof Lookup.Unasked
        || first.get().provesThatTheNameDoesNotExist()) {
      return first.stream().toList();
    }
    var two = DnsFacts.WILDCARD_PROBES.getLast() + "." + scope.domain();
    var more = scope.lookups(List.of(new Question(two, "A"), new Question(one, "TXT")), own);
    return Stream.concat(first.stream(), more.stream()).toList();
  }

  /// The same answer to every question about the domain.
  private DnsFacts everywhere(
      Lookup.Answer answer, @Nullable ParentSide side, @Nullable Security security) {
    return facts(
        core().stream().map(one -> new Lookup(one.name(), one.type(), answer, security)).toList(),
        List.of(),
        side,
        List.of(),
        records(false).stream()
            .map(one -> new Lookup(one.name(), one.type(), answer, security))
            .toList(),
        null,
        security);
  }

  /// Nobody answers direct questions from here, so that only the resolvers can tell.
  private DnsFacts byResolver() {
    return new DnsVisit(scope.byResolver()).resolved();
  }

  private DnsFacts resolved() {
    var core = scope.lookups(core(), null);
    var hosts = core.get(1).data().stream().map(Asked::plain).distinct().toList();
    int few = Math.min(hosts.size(), OwnServers.MOST_NAMES);
    var questions = hosts.subList(0, few).stream().flatMap(DnsVisit::addresses).toList();
    var addresses = new ArrayList<>(scope.lookups(questions, null));
    hosts.stream().skip(few).flatMap(OwnServers::tooMany).forEach(addresses::add);
    return facts(core, addresses, null, List.of(), scope.lookups(records(false), null), null, null);
  }

  private List<Question> core() {
    return Stream.of("SOA", "NS", "CAA").map(type -> new Question(scope.domain(), type)).toList();
  }

  /// What a light look does not ask for.
  private List<Lookup> leftOut() {
    if (scope.depth() == Depth.FULL) {
      return List.of();
    }
    var asked = Records.light(scope.domain());
    var obstacle = new Obstacle(Obstacle.Kind.SCAN_LEVEL);
    return Stream.concat(Records.full(scope.domain(), true).stream(), Stream.of(wildcardProbe()))
        .filter(question -> !asked.contains(question))
        .map(one -> new Lookup(one.name(), one.type(), new Lookup.Unasked(obstacle)))
        .toList();
  }

  private List<Question> records(boolean signed) {
    return scope.depth() == Depth.LIGHT
        ? Records.light(scope.domain())
        : Records.full(scope.domain(), signed);
  }

  private static Stream<Question> addresses(String host) {
    return Stream.of(new Question(host, "A"), new Question(host, "AAAA"));
  }

  private DnsFacts facts(
      List<Lookup> core,
      List<Lookup> addresses,
      @Nullable ParentSide side,
      List<ServerFacts> servers,
      List<Lookup> records,
      @Nullable Zone own,
      @Nullable Security security) {
    var all = new ArrayList<>(records);
    all.addAll(caaAbove(core.getLast(), own));
    all.addAll(leftOut());
    var facts =
        new DnsFacts(
            scope.now(),
            core.getFirst(),
            core.get(1),
            addresses,
            core.getLast(),
            side == null ? null : RecordText.of(side.zone().name()),
            side == null ? List.of() : side.facts(),
            servers,
            all,
            List.of(),
            security);
    return facts.pointingAt(targets(facts, own));
  }

  /// The CAA records of the names above, up to the first that has some (RFC 8659 §3).
  private List<Lookup> caaAbove(Lookup caa, @Nullable Zone own) {
    return caa.answer() instanceof Lookup.Absent && !caa.provesThatTheNameDoesNotExist()
        ? CaaClimb.from(
            RelevantCaa.above(scope.domain()),
            question -> scope.lookups(List.of(question), own).getFirst())
        : List.of();
  }

  /// What became of the names that the records point at.
  private List<PointedAt> targets(DnsFacts facts, @Nullable Zone own) {
    var names =
        Stream.concat(
                Stream.of(Pointer.Kind.values())
                    .flatMap(kind -> facts.pointers(kind).stream())
                    .map(Pointer::target),
                facts.soa().data().stream().map(data -> Asked.plain(data.split(" ", 2)[0])))
            .distinct()
            .limit(MOST_TARGETS)
            .toList();
    var known = facts.nameServerAddresses();
    return scope
        .fork()
        .map(
            names.stream()
                .<Callable<PointedAt>>map(name -> () -> target(name, known, own))
                .toList());
  }

  private PointedAt target(String name, List<Lookup> known, @Nullable Zone own) {
    var found =
        addresses(name)
            .map(
                question ->
                    known.stream()
                        .filter(
                            one -> one.name().equals(name) && one.type().equals(question.type()))
                        .findFirst()
                        .orElseGet(() -> scope.lookups(List.of(question), own).getFirst()))
            .toList();
    var target = new PointedAt(name, found.getFirst(), found.getLast(), null);
    return target.provesThatItDoesNotExist()
        ? new PointedAt(name, target.a(), target.aaaa(), registered(target, own))
        : target;
  }

  /// The name that somebody would have to register for a target that does not exist: of the last
  /// alias, when it is one.
  private @Nullable Lookup registered(PointedAt target, @Nullable Zone own) {
    var last =
        target.a().answer() instanceof Lookup.Absent(_, var aliases) && !aliases.isEmpty()
            ? aliases.getLast()
            : target.name();
    return new PointedAt(last, target.a(), target.aaaa(), null)
        .registrable()
        .map(name -> new Question(name.ascii(), "SOA"))
        .map(question -> scope.lookups(List.of(question), own).getFirst())
        .orElse(null);
  }
}
