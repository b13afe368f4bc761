package uk.nhs.estate.probe.net;

import static java.util.Comparator.comparing;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;

/// Where a host can be tried: what its [AddressFacts] mean to a visitor.
public sealed interface Addresses {

  /// There are addresses.
  ///
  /// @param all IPv4 first, each kind in numerical order: a name server shuffles them, and every
  ///     look is to meet the same one
  /// @param complete whether the DNS has named all of them
  record Known(List<InetAddress> all, boolean complete) implements Addresses {
    public Known {
      all = List.copyOf(all);
      if (all.isEmpty()) {
        throw new IllegalArgumentException("A host without addresses is None");
      }
    }
  }

  /// There is none, or none could be asked for.
  record None(Obstacle obstacle) implements Addresses {}

  /// The addresses of a host as an URL names it: by an address, which stands for itself, or by
  /// name.
  ///
  /// @param names asks the DNS
  static Addresses of(String host, Function<String, AddressFacts> names) {
    return AddressText.parse(host)
        .<Addresses>map(address -> new Known(List.of(address), true))
        .orElseGet(() -> in(names.apply(host)));
  }

  /// The addresses in what the DNS said.
  static Addresses in(AddressFacts facts) {
    var found =
        Stream.of(facts.a(), facts.aaaa())
            .flatMap(
                lookup ->
                    lookup.data().stream()
                        .map(text -> AddressText.parse(text).orElseThrow())
                        .sorted(comparing(InetAddress::getAddress, Arrays::compareUnsigned)))
            .distinct()
            .toList();
    if (!found.isEmpty()) {
      boolean complete =
          Stream.of(facts.a(), facts.aaaa())
              .noneMatch(lookup -> lookup.answer() instanceof Lookup.Unasked);
      return new Known(found, complete);
    }
    for (var lookup : List.of(facts.a(), facts.aaaa())) {
      if (lookup.answer() instanceof Lookup.Unasked(var obstacle)) {
        return new None(obstacle);
      }
    }
    return new None(new Obstacle(Obstacle.Kind.NO_ADDRESS, absence(facts.a())));
  }

  private static String absence(Lookup lookup) {
    return lookup.answer() instanceof Lookup.Absent(var absence, var aliases)
        ? (aliases.isEmpty() ? "it" : "it is an alias of " + aliases.getLast() + ", which")
            + switch (absence) {
              case NXDOMAIN -> " does not exist";
              case NODATA -> " has no A or AAAA record";
              case LOOP -> " is one of a circle of aliases";
            }
        : "";
  }
}
