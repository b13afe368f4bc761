package uk.nhs.estate.observation;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// The networks whose addresses mean nothing on the internet, only inside a network or a machine
/// (RFC 6890).
public enum InternalNetwork {
  PRIVATE("private (RFC 1918)"),
  SHARED("internal to a provider (RFC 6598)"),
  LOOPBACK("the visitor's own machine"),
  LINK_LOCAL("of the visitor's own link (RFC 3927, RFC 4291)"),
  UNIQUE_LOCAL("private (RFC 4193)"),
  UNSPECIFIED("no address at all (RFC 1122)");

  private static final List<Prefix> PREFIXES =
      List.of(
          Prefix.of("10.0.0.0", 8, PRIVATE),
          Prefix.of("172.16.0.0", 12, PRIVATE),
          Prefix.of("192.168.0.0", 16, PRIVATE),
          Prefix.of("100.64.0.0", 10, SHARED),
          Prefix.of("127.0.0.0", 8, LOOPBACK),
          Prefix.of("::1", 128, LOOPBACK),
          Prefix.of("169.254.0.0", 16, LINK_LOCAL),
          Prefix.of("fe80::", 10, LINK_LOCAL),
          Prefix.of("fc00::", 7, UNIQUE_LOCAL),
          Prefix.of("0.0.0.0", 8, UNSPECIFIED),
          Prefix.of("::", 128, UNSPECIFIED));

  private final String words;

  InternalNetwork(String words) {
    this.words = words;
  }

  /// What such an address is.
  public String words() {
    return words;
  }

  /// The network of an address, if it is one of these.
  ///
  /// @param address an IPv4 or IPv6 address as text; anything else is in none
  public static Optional<InternalNetwork> of(String address) {
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      return PREFIXES.stream()
          .filter(prefix -> prefix.holds(bytes))
          .map(Prefix::network)
          .findFirst();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The first bits of a network's addresses.
  ///
  /// @param rest how many bits follow
  /// @param length bytes of an address
  private record Prefix(BigInteger bits, int rest, int length, InternalNetwork network) {

    static Prefix of(String start, int bits, InternalNetwork network) {
      var bytes = InetAddress.ofLiteral(start).getAddress();
      int rest = bytes.length * 8 - bits;
      return new Prefix(new BigInteger(1, bytes).shiftRight(rest), rest, bytes.length, network);
    }

    boolean holds(byte[] address) {
      return address.length == length && new BigInteger(1, address).shiftRight(rest).equals(bits);
    }
  }
}
