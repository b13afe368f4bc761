package uk.nhs.estate.observation.tls;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A group that keys are agreed in.
///
/// @param code as on the wire
/// @param name as IANA lists it; its number if nobody lists it
/// @param size the bits of its field; of ML-KEM the number of its parameter set
/// @param strength the bits of security against a classical attacker
/// @param beforeTls13 whether it may be taken in TLS 1.2 and before
/// @param inTls13 whether it may be taken in TLS 1.3
public record NamedGroup(
    int code,
    String name,
    Kind kind,
    int size,
    int strength,
    boolean beforeTls13,
    boolean inTls13) {

  /// What it is made of.
  public enum Kind {
    CURVE,
    /// Diffie-Hellman with a prime that everybody knows (RFC 7919).
    FINITE_FIELD,
    /// ML-KEM beside a curve: safe as long as one of them is.
    HYBRID,
    /// One that was tried out before ML-KEM was finished; nobody should use it any more.
    HYBRID_DRAFT,
    /// ML-KEM alone.
    ML_KEM,
    /// A curve that the server describes itself.
    EXPLICIT,
    /// Nobody lists it.
    UNKNOWN
  }

  private static final class Registry {
    static final List<NamedGroup> ALL = RegistryFile.read("named-groups.txt", NamedGroup::of);
    static final Map<Integer, NamedGroup> BY_CODE =
        ALL.stream().collect(Collectors.toMap(NamedGroup::code, Function.identity()));
  }

  /// What a number means; a number that nobody lists is a group of which nothing is known.
  public static NamedGroup of(int code) {
    var known = Registry.BY_CODE.get(code);
    return known == null
        ? new NamedGroup(code, RegistryFile.unknown(code), Kind.UNKNOWN, 0, 0, false, false)
        : known;
  }

  /// The numbers of all groups that may be taken in a version, in ascending order.
  public static List<Integer> codes(int version) {
    return Registry.ALL.stream()
        .filter(group -> version == TlsVersion.TLS_1_3 ? group.inTls13 : group.beforeTls13)
        .map(NamedGroup::code)
        .toList();
  }

  /// Every group there is.
  public static List<NamedGroup> all() {
    return Registry.ALL;
  }

  private static NamedGroup of(String[] columns) {
    return new NamedGroup(
        Integer.parseInt(columns[0], 16),
        columns[1],
        Kind.valueOf(columns[2]),
        Integer.parseInt(columns[3]),
        Integer.parseInt(columns[4]),
        columns[5].contains("TLS1.2"),
        columns[5].contains("TLS1.3"));
  }

  /// Whether it means nothing and is sent to see whether the other side minds (RFC 8701).
  public boolean isGrease() {
    return kind == Kind.UNKNOWN && RegistryFile.isGrease(code);
  }

  /// Whether what is recorded today stays secret when there are quantum computers (FIPS 203).
  public boolean isPostQuantum() {
    return kind == Kind.HYBRID || kind == Kind.ML_KEM;
  }
}
