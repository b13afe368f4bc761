package uk.nhs.estate.observation;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The networks whose addresses mean nothing on the internet, only inside a network or a machine
/// (RFC 6890).
public enum InternalNetwork {
  PRIVATE("private (RFC 1918)", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
  SHARED("internal to a provider (RFC 6598)", "100.64.0.0/10"),
  LOOPBACK("the visitor's own machine", "127.0.0.0/8", "::1/128"),
  LINK_LOCAL("of the visitor's own link (RFC 3927, RFC 4291)", "169.254.0.0/16", "fe80::/10"),
  UNIQUE_LOCAL("private (RFC 4193)", "fc00::/7"),
  UNSPECIFIED("no address at all (RFC 1122)", "0.0.0.0/8", "::/128");

  private final String words;
  private final List<Prefix> prefixes;

  InternalNetwork(String words, String... prefixes) {
    this.words = words;
    this.prefixes = Stream.of(prefixes).map(Prefix::parse).toList();
  }

  /// What such an address is.
  public String words() {
    return words;
  }

  /// The network of an address, if it is one of these.
  ///
  /// @param address an IPv4 or IPv6 address as text; anything else is in none
  public static Optional<InternalNetwork> of(String address) {
    byte[] bytes;
    try {
      bytes = InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return Stream.of(values())
        .filter(network -> network.prefixes.stream().anyMatch(prefix -> prefix.holds(bytes)))
        .findFirst();
  }

  private record Prefix(byte[] start, int bits) {
    static Prefix parse(String cidr) {
      int slash = cidr.indexOf('/');
      return new Prefix(
          InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress(),
          Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      boolean same = address.length == start.length;
      for (int bit = 0; same && bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        same = (address[bit >> 3] & mask) == (start[bit >> 3] & mask);
      }
      return same;
    }
  }
}
