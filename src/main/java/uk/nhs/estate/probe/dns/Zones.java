package uk.nhs.estate.probe.dns;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.probe.dnssec.DsProof;
import uk.nhs.estate.probe.dnssec.TrustAnchors;
import uk.nhs.estate.probe.dnssec.Validation;
import uk.nhs.estate.probe.dnssec.ZoneKeys;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Obstacles;
import uk.nhs.estate.probe.net.ScannerSettings;

/// Finds the zone that holds a name, by asking from the root downwards (RFC 1034 §5.3.3), and keeps
/// the way: most of an estate hangs from a few zones.
///
/// Serves any number of threads.
final class Zones {
  /// A zone of the way is asked for anew after this, or earlier when its records say so.
  private static final Duration LONGEST_KEPT = Duration.ofHours(1);

  private static final Duration SHORTEST_KEPT = Duration.ofMinutes(1);

  /// What could not be found is tried again after this.
  private static final Duration FAILURE_KEPT = Duration.ofSeconds(30);

  /// A server that was silent is asked after the others for so long.
  private static final Duration GRUDGE = Duration.ofMinutes(1);

  private static final int MOST_KEPT = 20_000;

  /// No sound name has more zones above it.
  private static final int DEEPEST = 24;

  /// Name servers without glue whose addresses are asked for before giving up on a zone.
  private static final int MOST_WITHOUT_GLUE = 3;

  private static final int MOST_SERVERS = 32;

  private final Dialler dialler;
  private final ScannerSettings.Dns settings;
  private final InstantSource clock;
  private final List<Zone.Server> hints;
  private final List<Record> anchors;
  private final Map<Name, Kept> kept = new ConcurrentHashMap<>();
  private final Map<InetAddress, Instant> silent = new ConcurrentHashMap<>();
  private volatile boolean everHeard;

  /// @throws uk.nhs.estate.register.Refusal when the root hints or trust anchors cannot be used
  Zones(Dialler dialler, ScannerSettings.Dns settings, InstantSource clock) {
    this.dialler = dialler;
    this.settings = settings;
    this.clock = clock;
    this.hints = RootHints.read(settings.rootHints());
    this.anchors = anchors(settings.trustAnchor());
  }

  private static List<Record> anchors(String text) {
    try (var lines = new StringReader(text)) {
      return text.isEmpty() ? List.of() : TrustAnchors.read(lines).records();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Kept(Cut cut, Instant until) {}

  /// What there is at a name below a zone.
  sealed interface Cut {
    /// Another zone begins there.
    record Delegated(Zone zone) implements Cut {}

    /// The name belongs to the zone above, if it exists at all.
    record Inside() implements Cut {}

    /// Nobody who could tell could be asked.
    record Hidden(Obstacle obstacle) implements Cut {}
  }

  /// Whether there is no root server to ask, or none of the network's name servers has ever
  /// answered, so that silence says nothing.
  boolean isCutOff() {
    return hints.isEmpty() || !everHeard;
  }

  /// Whether there is no root server to begin with.
  boolean isWithoutRoot() {
    return hints.isEmpty();
  }

  /// The zone that holds a name, and would delegate a name below it.
  Cut holding(Name name, Quest quest) {
    return holding(name, quest, 0);
  }

  private Cut holding(Name name, Quest quest, int depth) {
    if (depth > DEEPEST) {
      return hidden("the way to its zone does not end");
    }
    var known = kept.get(name);
    if (known != null && known.until().isAfter(clock.instant())) {
      return known.cut() instanceof Cut.Inside
          ? holding(new Name(name, 1), quest, depth + 1)
          : known.cut();
    }
    if (name.equals(Name.root)) {
      var root = root(quest);
      boolean isSound = root instanceof Cut.Delegated(var zone) && isSound(zone.keys());
      return keep(name, root, isSound ? LONGEST_KEPT : FAILURE_KEPT, quest);
    }
    var above = holding(new Name(name, 1), quest, depth + 1);
    if (!(above instanceof Cut.Delegated(var parent))) {
      return above;
    }
    var cut = below(parent, name, quest, depth);
    return cut instanceof Cut.Inside ? above : cut;
  }

  /// The deepest zone above a name that is known without asking; else the root.
  Cut nearest(Name name, Quest quest) {
    for (int strip = 1; strip < name.labels(); strip++) {
      var known = kept.get(new Name(name, strip));
      if (known != null
          && known.cut() instanceof Cut.Delegated
          && known.until().isAfter(clock.instant())) {
        return known.cut();
      }
    }
    return holding(Name.root, quest, 0);
  }

  private Cut root(Quest quest) {
    if (hints.isEmpty()) {
      return hidden("no root servers are set");
    }
    var servers = new Zone(Name.root, hints, new ZoneKeys.Insecure(Name.root, "not asked yet"));
    if (anchors.isEmpty()) {
      var keys = new ZoneKeys.Insecure(Name.root, "no trust anchor is set");
      return new Cut.Delegated(new Zone(Name.root, hints, keys));
    }
    var answer = ask(servers, Query.of(Name.root, Type.DNSKEY), quest);
    return switch (answer) {
      case Answer.None(var obstacle) -> new Cut.Hidden(obstacle);
      case Answer.From(var heard, _) ->
          new Cut.Delegated(
              new Zone(
                  Name.root,
                  hints,
                  Validation.keysByAnchor(Name.root, anchors, heard.message(), clock.instant())));
    };
  }

  /// Asks a zone's servers whether another zone begins at a name.
  private Cut below(Zone parent, Name child, Quest quest, int depth) {
    return switch (ask(parent, Query.of(child, Type.NS), quest)) {
      case Answer.None(var obstacle) -> keep(child, new Cut.Hidden(obstacle), FAILURE_KEPT, quest);
      case Answer.From(var heard, _) -> {
        var servers = delegation(heard, child);
        if (servers.isEmpty()) {
          yield keep(child, new Cut.Inside(), LONGEST_KEPT, quest);
        }
        yield adopt(parent, child, heard, quest, depth);
      }
    };
  }

  /// The NS records of a delegation to a name: of a referral, or of the zone itself when one server
  /// answers for both.
  static List<NSRecord> delegation(Heard heard, Name child) {
    var found = heard.records(Section.ANSWER, child, Type.NS);
    if (found.isEmpty() && heard.rcode() == Rcode.NOERROR && !heard.has(Flags.AA)) {
      found = heard.records(Section.AUTHORITY, child, Type.NS);
    }
    return found.stream()
        .map(NSRecord.class::cast)
        .sorted(Comparator.comparing(NSRecord::getTarget))
        .limit(MOST_SERVERS)
        .toList();
  }

  /// Whether a server speaks for a zone that it is said to hold: with authority, or by referring
  /// whoever asks to a zone below. Others fail in what was laid upon them (RFC 1912 §2.8), whatever
  /// they say.
  static boolean speaksFor(Zone zone, Heard heard) {
    return heard.isUsable()
        && (heard.has(Flags.AA) || referral(heard, zone, heard.query().name()) != null);
  }

  /// Where a referral leads below a zone, if it is one.
  static @Nullable Name referral(Heard heard, Zone from, Name asked) {
    if (heard.rcode() != Rcode.NOERROR
        || heard.has(Flags.AA)
        || !heard.message().getSection(Section.ANSWER).isEmpty()) {
      return null;
    }
    for (var record : heard.message().getSection(Section.AUTHORITY)) {
      var owner = record.getName();
      if (record.getType() == Type.NS
          && asked.subdomain(owner)
          && owner.subdomain(from.name())
          && !owner.equals(from.name())) {
        return owner;
      }
    }
    return null;
  }

  /// Takes a delegation on: its servers, and its keys by the DS records above.
  Cut adopt(Zone parent, Name child, Heard heard, Quest quest, int depth) {
    var between = skipped(parent, child, heard);
    if (between != null && depth < DEEPEST) {
      var cut = holding(between, quest, depth + 1);
      if (cut instanceof Cut.Delegated(var deeper) && !deeper.name().equals(parent.name())) {
        return below(deeper, child, quest, depth + 1);
      }
    }
    var servers = servers(parent, heard, delegation(heard, child), quest, depth);
    if (servers.isEmpty()) {
      return keep(
          child,
          hidden("none of the name servers of " + child.toString(true) + " has an address"),
          FAILURE_KEPT,
          quest);
    }
    var zone = new Zone(child, servers, new ZoneKeys.Insecure(child, "not asked yet"));
    var keys = keys(parent, zone, heard, quest);
    var ttl = heard.message().getSection(Section.AUTHORITY).stream().mapToLong(Record::getTTL);
    var time = Duration.ofSeconds(ttl.min().orElse(LONGEST_KEPT.toSeconds()));
    return keep(
        child,
        new Cut.Delegated(new Zone(child, servers, keys)),
        !isSound(keys)
            ? FAILURE_KEPT
            : time.compareTo(SHORTEST_KEPT) < 0
                ? SHORTEST_KEPT
                : time.compareTo(LONGEST_KEPT) > 0 ? LONGEST_KEPT : time,
        quest);
  }

  private static boolean isSound(ZoneKeys keys) {
    return switch (keys) {
      case ZoneKeys.Trusted _, ZoneKeys.Insecure _ -> true;
      case ZoneKeys.Bogus _, ZoneKeys.Unreachable _ -> false;
    };
  }

  /// A zone between parent and child that the same servers answer for, so that they skipped it: the
  /// signer of the delegation's proof gives it away; without one, any name between may be it.
  private @Nullable Name skipped(Zone parent, Name child, Heard heard) {
    if (!(parent.keys() instanceof ZoneKeys.Trusted)
        || child.labels() - parent.name().labels() < 2) {
      return null;
    }
    for (var record : heard.message().getSection(Section.AUTHORITY)) {
      if (record instanceof RRSIGRecord signature) {
        var signer = signature.getSigner();
        return !signer.equals(parent.name()) && child.subdomain(signer) ? signer : null;
      }
    }
    return new Name(child, 1);
  }

  private ZoneKeys keys(Zone parent, Zone child, Heard heard, Quest quest) {
    return switch (parent.keys()) {
      case ZoneKeys.Trusted trusted ->
          switch (proof(parent, child.name(), heard, trusted, quest)) {
            case Proof.None(var obstacle) -> new ZoneKeys.Unreachable(child.name(), obstacle);
            case Proof.Read(var proof) -> keys(child, proof, quest);
          };
      case ZoneKeys.Insecure(_, var why) -> new ZoneKeys.Insecure(child.name(), why);
      case ZoneKeys.Bogus(_, var reason, var detail) ->
          new ZoneKeys.Bogus(child.name(), reason, detail);
      case ZoneKeys.Unreachable(_, var obstacle) ->
          new ZoneKeys.Unreachable(child.name(), obstacle);
    };
  }

  /// What a parent says of a child's DS records, if it could be asked.
  sealed interface Proof {
    record Read(DsProof proof) implements Proof {}

    record None(Obstacle obstacle) implements Proof {}
  }

  /// Reads the proof in a referral, or asks for it.
  Proof proof(Zone parent, Name child, Heard heard, ZoneKeys.Trusted trusted, Quest quest) {
    var inReferral = Validation.ds(heard.message(), child, trusted, clock.instant());
    if (!(inReferral instanceof DsProof.NotThere)) {
      return new Proof.Read(inReferral);
    }
    return switch (ask(parent, Query.of(child, Type.DS), quest)) {
      case Answer.None(var obstacle) -> new Proof.None(obstacle);
      case Answer.From(var answer, _) ->
          new Proof.Read(Validation.ds(answer.message(), child, trusted, clock.instant()));
    };
  }

  private ZoneKeys keys(Zone child, DsProof proof, Quest quest) {
    return switch (proof) {
      case DsProof.Signed(var ds) ->
          switch (ask(child, Query.of(child.name(), Type.DNSKEY), quest)) {
            case Answer.None(var obstacle) -> new ZoneKeys.Unreachable(child.name(), obstacle);
            case Answer.From(var heard, _) ->
                Validation.keys(child.name(), ds, heard.message(), clock.instant());
          };
      case DsProof.Absent(var how) -> new ZoneKeys.Insecure(child.name(), how);
      case DsProof.NotDelegated(var how) ->
          new ZoneKeys.Bogus(child.name(), Security.Reason.DENIAL_WRONG, how);
      case DsProof.Bogus(var reason, var detail) ->
          new ZoneKeys.Bogus(child.name(), reason, detail);
      case DsProof.NotThere() ->
          new ZoneKeys.Bogus(
              child.name(),
              Security.Reason.DENIAL_MISSING,
              "neither a DS record of " + child.name().toString(true) + " nor a proof of none");
    };
  }

  /// The addresses of a delegation's servers: glue, else asked for.
  private List<Zone.Server> servers(
      Zone parent, Heard heard, List<NSRecord> ns, Quest quest, int depth) {
    var servers = new LinkedHashSet<Zone.Server>();
    var without = new ArrayList<Name>();
    for (var record : ns) {
      var glue = glue(parent, heard, record.getTarget());
      glue.forEach(address -> servers.add(new Zone.Server(record.getTarget(), address)));
      if (glue.isEmpty()) {
        without.add(record.getTarget());
      }
    }
    if (servers.isEmpty()) {
      without.stream()
          .limit(MOST_WITHOUT_GLUE)
          .forEach(
              name ->
                  addresses(name, quest, depth + 1)
                      .forEach(address -> servers.add(new Zone.Server(name, address))));
    }
    return servers.stream().limit(MOST_SERVERS).toList();
  }

  /// The addresses of a name server in the additional section, if the zone asked may give them.
  static List<InetAddress> glue(Zone parent, Heard heard, Name server) {
    if (!server.subdomain(parent.name())) {
      return List.of();
    }
    var addresses = new ArrayList<InetAddress>();
    for (var record : heard.message().getSection(Section.ADDITIONAL)) {
      if (record.getName().equals(server)) {
        switch (record) {
          case ARecord a -> addresses.add(a.getAddress());
          case AAAARecord aaaa -> addresses.add(aaaa.getAddress());
          default -> {}
        }
      }
    }
    return addresses;
  }

  /// The addresses of a name server without glue, IPv4 first; without aliases, which a name server
  /// must not be (RFC 2181 §10.3).
  private List<InetAddress> addresses(Name server, Quest quest, int depth) {
    if (depth > DEEPEST / 2) {
      return List.of();
    }
    var found = new ArrayList<InetAddress>();
    for (int type : List.of(Type.A, Type.AAAA)) {
      var way = holding(server, quest, depth + 1);
      if (way instanceof Cut.Delegated(var zone)
          && ask(zone, Query.of(server, type), quest) instanceof Answer.From(var heard, _)) {
        for (var record : heard.records(Section.ANSWER, server, type)) {
          found.add(
              record instanceof ARecord a ? a.getAddress() : ((AAAARecord) record).getAddress());
        }
      }
    }
    return found;
  }

  /// What one of a zone's servers said.
  sealed interface Answer {
    record From(Heard heard, InetAddress server) implements Answer {}

    record None(Obstacle obstacle) implements Answer {}
  }

  /// Asks a zone's servers one after the other, those that were silent last, until one speaks for
  /// the zone: each once, or as often as the settings say, and no more when so many kept silent. A
  /// word from a server says more than the silence of another.
  Answer ask(Zone zone, Query query, Quest quest) {
    if (zone.servers().isEmpty()) {
      return new Answer.None(zone.nobody());
    }
    Obstacle why = null;
    var servers = order(zone.servers(), Objects.hash(query.name(), query.type()));
    int most = Math.max(servers.size(), settings.tries().size());
    int silences = 0;
    for (int at = 0; at < most && silences < settings.tries().size(); at++) {
      var server = servers.get(at % servers.size());
      try {
        var heard = ask(server, query, settings.tries().get(silences), quest);
        if (speaksFor(zone, heard)) {
          return new Answer.From(heard, server.address());
        }
        why = new Obstacle(Kind.NAME_SERVERS_FAILED, heard.failure());
      } catch (Quest.Over e) {
        return new Answer.None(why == null ? new Obstacle(Kind.TIMED_OUT, e.why()) : why);
      } catch (Reply.Unreadable e) {
        why = new Obstacle(Kind.PROTOCOL_ERROR, e.words());
      } catch (SocketTimeoutException _) {
        silences++;
        remember(server.address());
      } catch (IOException e) {
        var obstacle = Obstacles.of(e, AddressText.of(server.address()));
        if (obstacle.kind() != Kind.SCANNER_FAULT) {
          remember(server.address());
        }
        why = why == null ? obstacle : why;
      }
    }
    return new Answer.None(why == null ? new Obstacle(Kind.NAME_SERVERS_SILENT) : why);
  }

  private Heard ask(Zone.Server server, Query query, Duration time, Quest quest)
      throws IOException {
    var authority = new Authority(dialler, settings, quest, server.address());
    var plain = Query.withoutEdns(query.name(), query.type());
    var heard = authority.askOnce(server.edns() ? query : plain, time);
    everHeard = true;
    silent.remove(server.address());
    if (heard.rcode() == Rcode.FORMERR || heard.rcode() == Rcode.NOTIMP) {
      heard = authority.askOnce(plain, time); // RFC 6891 §6.2.2
    }
    return heard.isTruncated() ? authority.byTcp(List.of(heard.query())).getFirst() : heard;
  }

  /// In the order in which to ask them: those that were silent a moment ago last, IPv4 before IPv6.
  ///
  /// @param seed of what is asked: the same goes to the same server at every look, and other things
  ///     to others; servers that disagree would make a change out of every look
  List<Zone.Server> order(List<Zone.Server> servers, int seed) {
    var now = clock.instant();
    int turn = Math.floorMod(seed * 0x9e3779b1 >>> 16, servers.size());
    var turned = new ArrayList<Zone.Server>();
    for (int at = 0; at < servers.size(); at++) {
      turned.add(servers.get((at + turn) % servers.size()));
    }
    turned.sort(
        Comparator.comparing((Zone.Server server) -> wasSilent(server.address(), now))
            .thenComparing(server -> server.address() instanceof Inet6Address));
    return turned;
  }

  private boolean wasSilent(InetAddress address, Instant now) {
    var when = silent.get(address);
    return when != null && when.plus(GRUDGE).isAfter(now);
  }

  private void remember(InetAddress address) {
    if (silent.size() >= MOST_KEPT) {
      silent.clear();
    }
    silent.put(address, clock.instant());
  }

  /// Remembers, unless it failed because one domain had no time left: others may have.
  private Cut keep(Name name, Cut cut, Duration time, Quest quest) {
    if (time.equals(FAILURE_KEPT) && quest.isOver()) {
      return cut;
    }
    if (kept.size() >= MOST_KEPT) {
      var now = clock.instant();
      kept.values().removeIf(one -> !one.until().isAfter(now));
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
    }
    kept.put(name, new Kept(cut, clock.instant().plus(time)));
    return cut;
  }

  private static Cut.Hidden hidden(String why) {
    return new Cut.Hidden(new Obstacle(Kind.PROTOCOL_ERROR, why));
  }
}
