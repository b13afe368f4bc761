package uk.nhs.estate.probe.dnssec;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Security.Reason;

/// What the verified NSEC or NSEC3 records of an answer prove absent (RFC 4035 §5.4, RFC 5155 §8).
abstract sealed class Denial permits NsecDenial, Nsec3Denial {

  /// Set in the NSEC record of a name that does not exist (RFC 9824 §3.1).
  private static final int NXNAME = 128;

  /// Whether something is proved.
  sealed interface Proof {}

  /// It is.
  record Proved() implements Proof {}

  /// It is proved only that DNSSEC cannot tell.
  record Open(String why) implements Proof {}

  /// It is not.
  record Unproved() implements Proof {}

  /// Whether a name falls between two neighbours of the chain.
  enum Span {
    NONE,
    COVERED,
    /// Between neighbours that leave out unsigned delegations (RFC 5155 §6).
    OPT_OUT
  }

  final Name zone;

  Denial(Name zone) {
    this.zone = zone;
  }

  /// What people call the records.
  abstract String kind();

  /// Why the records say nothing about a name, however right they are.
  abstract Optional<String> silence(Name name);

  /// Which types a name has; nothing if the name is not shown to exist. A name that only has names
  /// below it exists, without types.
  abstract Optional<IntPredicate> typesAt(Name name);

  /// The longest ancestor of a name that does not exist which itself is shown to exist.
  abstract Optional<Name> closestEncloser(Name name);

  /// Whether a name is shown not to exist.
  abstract Span span(Name name);

  /// Proves that a name exists without records of a type, or that there is nothing at all
  /// (RFC 4035 §5.4, RFC 5155 §8.5 to §8.7).
  final Proof noType(Name name, int type) {
    var silence = silence(name);
    if (silence.isPresent()) {
      return new Open(silence.get());
    }
    var types = typesAt(name);
    if (types.isPresent()) {
      return lacks(types.get(), name, type) ? new Proved() : new Unproved();
    }
    return closestEncloser(name)
        .map(
            encloser -> {
              var wildcard = name.wild(name.labels() - encloser.labels());
              var atWildcard = typesAt(wildcard);
              boolean absent =
                  atWildcard.isPresent()
                      ? lacks(atWildcard.get(), wildcard, type)
                      : span(wildcard) != Span.NONE;
              return switch (span(nextCloser(name, encloser))) {
                case NONE -> new Unproved();
                case COVERED -> absent ? new Proved() : new Unproved();
                case OPT_OUT -> optOut(name); // RFC 5155 §8.6, and erratum 3441 for other types
              };
            })
        .orElse(new Unproved());
  }

  /// Proves that a name does not exist, nor a wildcard that would stand for it (RFC 4035 §5.4,
  /// RFC 5155 §8.4).
  final Proof noName(Name name) {
    var silence = silence(name);
    if (silence.isPresent()) {
      return new Open(silence.get());
    }
    var types = typesAt(name);
    if (types.isPresent()) {
      return types.get().test(NXNAME) ? new Proved() : new Unproved();
    }
    return closestEncloser(name)
        .map(
            encloser -> {
              boolean wildcardAbsent =
                  span(name.wild(name.labels() - encloser.labels())) != Span.NONE;
              return !wildcardAbsent
                  ? new Unproved()
                  : asProof(span(nextCloser(name, encloser)), name);
            })
        .orElse(new Unproved());
  }

  /// Proves that no name stands between a name and the wildcard that made its records
  /// (RFC 4035 §5.3.4, RFC 5155 §8.8).
  ///
  /// @param labels how many labels the wildcard has besides its asterisk
  final Proof noCloser(Name name, int labels) {
    var silence = silence(name);
    return silence.isPresent()
        ? new Open(silence.get())
        : asProof(span(new Name(name, name.labels() - 1 - (labels + 1))), name);
  }

  /// What is proved of a delegation's DS records (RFC 4035 §5.2, RFC 5155 §8.9, RFC 6840 §4.4).
  final DsProof noDs(Name child) {
    var silence = silence(child);
    if (silence.isPresent()) {
      return new DsProof.Absent(silence.get());
    }
    var types = typesAt(child);
    if (types.isPresent()) {
      boolean isDelegated = types.get().test(Type.NS);
      if (types.get().test(Type.DS) || types.get().test(Type.SOA)) {
        return wrong(child);
      }
      return isDelegated
          ? new DsProof.Absent(
              "%s proves that %s has no DS record (%s)".formatted(text(zone), text(child), kind()))
          : notDelegated(child);
    }
    return closestEncloser(child)
        .map(
            encloser ->
                switch (span(nextCloser(child, encloser))) {
                  case NONE -> wrong(child);
                  case COVERED -> notDelegated(child);
                  case OPT_OUT -> new DsProof.Absent(optOut(child).why());
                })
        .orElseGet(() -> wrong(child));
  }

  private DsProof notDelegated(Name child) {
    return new DsProof.NotDelegated(
        "%s proves that no zone begins at %s (%s)".formatted(text(zone), text(child), kind()));
  }

  private DsProof wrong(Name child) {
    return new DsProof.Bogus(
        Reason.DENIAL_WRONG,
        "%s of %s does not prove that %s has no DS record"
            .formatted(kind(), text(zone), text(child)));
  }

  private Proof asProof(Span span, Name name) {
    return switch (span) {
      case NONE -> new Unproved();
      case COVERED -> new Proved();
      case OPT_OUT -> optOut(name);
    };
  }

  private Open optOut(Name name) {
    return new Open(
        "%s proves that %s has no DS record (NSEC3 opt-out)".formatted(text(zone), text(name)));
  }

  /// Whether the types at a name leave out a type, on the side of the zone cut that may say so
  /// (RFC 6840 §4.1 and §4.3).
  private static boolean lacks(IntPredicate types, Name name, int type) {
    boolean isParentSide = types.test(Type.NS) && !types.test(Type.SOA);
    boolean isApex = types.test(Type.SOA) && !name.equals(Name.root);
    return !types.test(type)
        && !types.test(Type.CNAME)
        && (type == Type.DS ? !isApex : !isParentSide);
  }

  /// Whether records below a name are none of this zone's, so that its records deny nothing there
  /// (RFC 6840 §4.1, RFC 5155 §8.3).
  static boolean endsAt(IntPredicate types) {
    return types.test(Type.DNAME) || (types.test(Type.NS) && !types.test(Type.SOA));
  }

  /// The closest encloser and one label more (RFC 5155 §1.3).
  private static Name nextCloser(Name name, Name encloser) {
    return new Name(name, name.labels() - encloser.labels() - 1);
  }

  private static String text(Name name) {
    return name.toString(true);
  }
}
