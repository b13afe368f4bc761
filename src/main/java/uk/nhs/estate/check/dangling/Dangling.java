package uk.nhs.estate.check.dangling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.DnsFacts.NameServer;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.Pointer;
import uk.nhs.estate.observation.Pointer.Kind;

/// What the checks of dangling records have in common: they differ in the kind of record and in how
/// bad a state of its targets is a fault.
final class Dangling {
  private Dangling() {}

  /// What is known of a target.
  private enum State {
    THERE,
    HIDDEN,
    /// It does not exist; the domain that it belongs to does, or cannot be registered by anybody.
    MISSING,
    /// It does not exist; whether its domain does could not be asked.
    MAYBE_FREE,
    /// Neither it nor its domain exists.
    FREE
  }

  /// Finds targets in a domain that somebody else may be able to register.
  static Verdict free(DnsFacts dns, Kind kind) {
    return judge(dns, kind, Set.of(State.FREE), Set.of(State.HIDDEN, State.MAYBE_FREE));
  }

  /// Finds targets that do not exist, but for those which [#free] finds.
  static Verdict missing(DnsFacts dns, Kind kind) {
    return judge(dns, kind, Set.of(State.MISSING, State.MAYBE_FREE), Set.of(State.HIDDEN));
  }

  /// Finds targets that do not exist, whoever could register them.
  static Verdict gone(DnsFacts dns, Kind kind) {
    return judge(
        dns, kind, Set.of(State.MISSING, State.MAYBE_FREE, State.FREE), Set.of(State.HIDDEN));
  }

  private static Verdict judge(DnsFacts dns, Kind kind, Set<State> wrong, Set<State> unknown) {
    if (dns.soa().provesThatTheNameDoesNotExist()) {
      return new Verdict.NotApplicable("the name does not exist");
    }
    var sources = dns.sources(kind);
    var faults = new LinkedHashMap<String, List<String>>();
    var hidden = new ArrayList<String>();
    for (var source : sources) {
      if (source.answer() instanceof Lookup.Unasked(var obstacle)) {
        if (!isNamedAfterItsOwner(kind)) {
          return new Verdict.Unknown(obstacle);
        }
        hidden.add(source.name());
      }
    }
    if (sources.isEmpty() || kind == Kind.NAME_SERVER && isParentSilent(dns)) {
      return new Verdict.Unknown("not every place where such records stand could be asked");
    }
    for (var pointer : dns.pointers(kind)) {
      var subject = isNamedAfterItsOwner(kind) ? pointer.owner() : pointer.target();
      var state = state(dns, pointer);
      if (wrong.contains(state)) {
        faults.computeIfAbsent(subject, _ -> new ArrayList<>()).add(evidence(dns, pointer, state));
      } else if (unknown.contains(state)) {
        hidden.add(subject);
      }
    }
    hidden.removeAll(faults.keySet());
    return Verdict.ofFaults(
        faults.entrySet().stream()
            .map(fault -> new Fault(fault.getKey(), String.join("; ", fault.getValue())))
            .toList(),
        hidden.stream().distinct().toList(),
        "could not ask what became of " + String.join(", ", hidden));
  }

  /// Records of several names are told apart by their names: what stands at a name that could not
  /// be asked is then hidden, and nothing else is.
  private static boolean isNamedAfterItsOwner(Kind kind) {
    return switch (kind) {
      case SERVICE, HTTPS -> true;
      case NAME_SERVER, MAIL_SERVER, SPF, DMARC -> false;
    };
  }

  private static boolean isParentSilent(DnsFacts dns) {
    return !dns.parentServers().isEmpty()
        && dns.parentServers().stream()
            .noneMatch(server -> server.reply(Question.NS).filter(Replied::isUsable).isPresent());
  }

  private static State state(DnsFacts dns, Pointer pointer) {
    var known = target(dns, pointer);
    if (known.isEmpty() || known.get().isHidden()) {
      return State.HIDDEN;
    }
    var target = known.get();
    if (!target.provesThatItDoesNotExist()) {
      return State.THERE;
    }
    if (target.provesThatItsDomainIsFree()) {
      return State.FREE;
    }
    boolean closed = target.registrable().isEmpty() || isBelow(pointer.target(), dns.name());
    var registered = target.registered();
    return closed || (registered != null && !(registered.answer() instanceof Lookup.Unasked))
        ? State.MISSING
        : State.MAYBE_FREE;
  }

  private static boolean isBelow(String name, String domain) {
    return name.endsWith("." + domain);
  }

  /// The addresses of name servers are asked anyway.
  private static Optional<PointedAt> target(DnsFacts dns, Pointer pointer) {
    return dns.target(pointer.target())
        .or(
            () ->
                dns.allNameServers().stream()
                    .filter(server -> server.name().equals(pointer.target()))
                    .filter(server -> server.lookups().size() == 2)
                    .map(Dangling::of)
                    .findFirst());
  }

  private static PointedAt of(NameServer server) {
    return new PointedAt(
        server.name(), server.lookups().getFirst(), server.lookups().getLast(), null);
  }

  private static String evidence(DnsFacts dns, Pointer pointer, State state) {
    var domain =
        state == State.FREE
            ? target(dns, pointer).flatMap(PointedAt::registrable)
            : Optional.empty();
    return pointer.target()
        + " does not exist"
        + domain.map(free -> ", nor does " + free + ", which may be free to register").orElse("");
  }
}
