package uk.nhs.estate.observation.mail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.observation.text.IpNetwork;

/// A set of addresses, each counted once however often it was given.
///
/// @param networks what it is made of: none holds another, in order
public record SpfAddresses(List<IpNetwork> networks) {
  private static final Comparator<IpNetwork> ORDER =
      Comparator.<IpNetwork, Boolean>comparing(network -> network.start().isIpv6())
          .thenComparing(network -> network.start().high(), Long::compareUnsigned)
          .thenComparing(network -> network.start().low(), Long::compareUnsigned)
          .thenComparingInt(IpNetwork::length);

  public SpfAddresses {
    networks = List.copyOf(networks);
  }

  /// All addresses of all the networks.
  static SpfAddresses of(Stream<IpNetwork> all) {
    var kept = new ArrayList<IpNetwork>();
    for (var network : all.sorted(ORDER).toList()) {
      if (kept.isEmpty() || !kept.getLast().holds(network)) {
        kept.add(network);
      }
    }
    return new SpfAddresses(kept);
  }

  /// How many IPv4 addresses there are, at most 2^32.
  public long ipv4() {
    return of(false).mapToLong(network -> 1L << 32 - network.length()).sum();
  }

  /// How many IPv6 addresses there are.
  public BigInteger ipv6() {
    return of(true)
        .map(network -> BigInteger.ONE.shiftLeft(128 - network.length()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /// The networks of IPv6.
  public List<IpNetwork> ipv6Networks() {
    return of(true).toList();
  }

  /// Whether an address is in it.
  public boolean holds(IpAddress address) {
    return networks.stream().anyMatch(network -> network.holds(address));
  }

  private Stream<IpNetwork> of(boolean ipv6) {
    return networks.stream().filter(network -> network.start().isIpv6() == ipv6);
  }
}
