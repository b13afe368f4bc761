package uk.nhs.estate.observation.text;

import java.net.InetAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The name at which the DNS keeps what an address is called (RFC 1035 §3.5, RFC 3596 §2.5).
public final class ReverseName {
  private ReverseName() {}

  /// The name for an address, without a dot at its end.
  ///
  /// @param address an IPv4 or IPv6 address as text; an IPv4 address written as an IPv6 one is the
  ///     IPv4 address
  /// @throws IllegalArgumentException for anything else
  public static String of(String address) {
    var bytes = InetAddress.ofLiteral(address).getAddress();
    var labels =
        bytes.length == 4
            ? IntStream.range(0, 4).map(at -> bytes[3 - at] & 0xFF).mapToObj(Integer::toString)
            : IntStream.range(0, 32)
                .map(at -> nibble(bytes, 31 - at))
                .mapToObj(Integer::toHexString);
    return labels.collect(
        Collectors.joining(".", "", bytes.length == 4 ? ".in-addr.arpa" : ".ip6.arpa"));
  }

  private static int nibble(byte[] bytes, int at) {
    return (bytes[at / 2] >> (at % 2 == 0 ? 4 : 0)) & 0xF;
  }
}
