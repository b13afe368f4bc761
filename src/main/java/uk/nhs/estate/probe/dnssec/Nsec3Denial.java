package uk.nhs.estate.probe.dnssec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.Name;
import org.xbill.DNS.utils.base32;

/// Denial by NSEC3: each record has the hash of its neighbour (RFC 5155).
final class Nsec3Denial extends Denial {
  /// More rounds of hashing make an answer insecure (RFC 9276 §3.2). Unbound has this limit, as
  /// BIND 9.18 has; later ones of BIND and Knot Resolver stop at 50.
  static final int MOST_ITERATIONS = 150;

  /// How many rounds a message may cost for all ancestors of a name together (CVE-2023-50868).
  private static final int MOST_ROUNDS = 8192;

  private static final base32 BASE32HEX = new base32(base32.Alphabet.BASE32HEX, false, false);

  /// They have the parameters of the first: RFC 5155 §8.2 lets us ignore others.
  private final List<NSEC3Record> records;

  private final Map<Name, byte[]> hashes = new HashMap<>();

  private Nsec3Denial(Name zone, List<NSEC3Record> records) {
    super(zone);
    this.records = records;
  }

  /// @param records verified, and none of them made by a wildcard
  /// @return nothing if none of them can be understood (RFC 5155 §8.1 and §8.2)
  static Optional<Denial> of(Name zone, List<NSEC3Record> records) {
    var understood =
        records.stream()
            .filter(nsec3 -> nsec3.getHashAlgorithm() == NSEC3Record.Digest.SHA1)
            .filter(nsec3 -> (nsec3.getFlags() & ~NSEC3Record.Flags.OPT_OUT) == 0)
            .filter(nsec3 -> nsec3.getName().labels() == zone.labels() + 1)
            .toList();
    return understood.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Nsec3Denial(
                zone,
                understood.stream()
                    .filter(nsec3 -> isHashedLike(nsec3, understood.getFirst()))
                    .toList()));
  }

  private static boolean isHashedLike(NSEC3Record one, NSEC3Record other) {
    return one.getIterations() == other.getIterations()
        && Arrays.equals(one.getSalt(), other.getSalt());
  }

  @Override
  String kind() {
    return "NSEC3";
  }

  @Override
  Optional<String> silence(Name name) {
    int iterations = records.getFirst().getIterations();
    int depth = name.labels() - zone.labels();
    return iterations > MOST_ITERATIONS || (depth + 2) * (iterations + 1) > MOST_ROUNDS
        ? Optional.of(
            "%s uses NSEC3 with %d iterations, more than resolvers follow (RFC 9276)"
                .formatted(zone.toString(true), iterations))
        : Optional.empty();
  }

  @Override
  Optional<IntPredicate> typesAt(Name name) {
    var hash = hash(name);
    return records.stream()
        .filter(nsec3 -> Arrays.equals(owner(nsec3), hash))
        .findFirst()
        .map(nsec3 -> nsec3::hasType);
  }

  @Override
  Optional<Name> closestEncloser(Name name) {
    for (var above = name; !above.equals(zone); ) {
      above = new Name(above, 1);
      var types = typesAt(above);
      if (types.isPresent()) {
        return endsAt(types.get()) ? Optional.empty() : Optional.of(above);
      }
    }
    return Optional.empty();
  }

  @Override
  Span span(Name name) {
    var hash = hash(name);
    return records.stream()
        .filter(nsec3 -> covers(nsec3, hash))
        .findFirst()
        .map(
            nsec3 ->
                (nsec3.getFlags() & NSEC3Record.Flags.OPT_OUT) == 0 ? Span.COVERED : Span.OPT_OUT)
        .orElse(Span.NONE);
  }

  private static boolean covers(NSEC3Record nsec3, byte[] hash) {
    var owner = owner(nsec3);
    if (owner == null) {
      return false;
    }
    boolean isAfterOwner = Arrays.compareUnsigned(hash, owner) > 0;
    boolean isBeforeNext = Arrays.compareUnsigned(hash, nsec3.getNext()) < 0;
    boolean isLast = Arrays.compareUnsigned(nsec3.getNext(), owner) <= 0;
    return isLast
        ? !Arrays.equals(hash, owner) && (isAfterOwner || isBeforeNext)
        : isAfterOwner && isBeforeNext;
  }

  /// The hash that a record's name spells; null if it spells none.
  private static byte @Nullable [] owner(NSEC3Record nsec3) {
    return BASE32HEX.fromString(nsec3.getName().getLabelString(0).toUpperCase(Locale.ROOT));
  }

  /// RFC 5155 §5.
  private byte[] hash(Name name) {
    return hashes.computeIfAbsent(
        name,
        _ -> {
          var parameters = records.getFirst();
          var salt = parameters.getSalt() == null ? new byte[0] : parameters.getSalt();
          var hash = SigningAlgorithm.digest("SHA-1", name.toWireCanonical(), salt);
          for (int round = 0; round < parameters.getIterations(); round++) {
            hash = SigningAlgorithm.digest("SHA-1", hash, salt);
          }
          return hash;
        });
  }
}
