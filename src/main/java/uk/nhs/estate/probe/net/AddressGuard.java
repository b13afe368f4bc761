package uk.nhs.estate.probe.net;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decides which addresses the scanner may connect to, whoever named them: a register entry, a DNS
/// answer or a redirect could otherwise point it at the inside of its own network.
///
/// Refused are special-purpose, multicast and reserved networks unless the operator allows them,
/// whatever the operator forbids, the metadata addresses of clouds, and IPv6 addresses that carry a
/// refused IPv4 address.
public final class AddressGuard {
  private final List<Network> allowed;
  private final List<Network> forbidden;

  /// @param allowed special-purpose networks that may be connected to all the same
  /// @param forbidden networks that may not, even if they are allowed, too
  /// @throws uk.nhs.estate.register.Refusal if one of them is no network
  public AddressGuard(List<String> allowed, List<String> forbidden) {
    this.allowed = networks("allowed-networks", allowed);
    this.forbidden = networks("forbidden-networks", forbidden);
  }

  private static List<Network> networks(String field, List<String> texts) {
    return texts.stream().map(text -> Network.parse(field, text)).toList();
  }

  /// Why the scanner must not connect to an address; nothing if it may.
  public Optional<String> objection(InetAddress address) {
    return objection(address.getAddress());
  }

  Optional<String> objection(byte[] octets) {
    var address = isMapped(octets) ? last4(octets) : octets;
    var own = objectionTo(address);
    if (own.isPresent()) {
      return own.map(why -> AddressText.of(address) + " is in " + why);
    }
    return embedded(address).stream()
        .map(
            inner -> objection(inner).map(why -> AddressText.of(address) + " carries IPv4: " + why))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> objectionTo(byte[] address) {
    for (var network : forbidden) {
      if (network.holds(address)) {
        return Optional.of(network + ", which scanner.yml forbids");
      }
    }
    var metadata = find(SpecialNetworks.METADATA, address);
    if (metadata.isPresent()) {
      return metadata;
    }
    if (allowed.stream().anyMatch(network -> network.holds(address))) {
      return Optional.empty();
    }
    var special = find(SpecialNetworks.ALL, address);
    if (special.isEmpty() && address.length == 16 && !SpecialNetworks.GLOBAL_V6.holds(address)) {
      return Optional.of("no network that is in use");
    }
    return special;
  }

  private static Optional<String> find(List<SpecialNetworks.Row> rows, byte[] address) {
    return rows.stream()
        .filter(row -> row.network().holds(address))
        .findFirst()
        .map(row -> row.network() + ", " + row.purpose());
  }

  /// The IPv4 addresses that an IPv6 address leads to, by the ways from one to the other.
  private static List<byte[]> embedded(byte[] a) {
    if (a.length == 4) {
      return List.of();
    }
    var inner = new ArrayList<byte[]>();
    int first = pair(a, 0);
    if (first == 0x2002) { // 6to4 (RFC 3056 §2)
      inner.add(Arrays.copyOfRange(a, 2, 6));
    }
    if (first == 0x2001 && pair(a, 2) == 0) { // Teredo: server, and client inverted (RFC 4380 §4)
      inner.add(Arrays.copyOfRange(a, 4, 8));
      var client = last4(a);
      for (int at = 0; at < 4; at++) {
        client[at] = (byte) ~client[at];
      }
      inner.add(client);
    }
    boolean translated = first == 0x64 && pair(a, 2) == 0xff9b; // NAT64 (RFC 6052 §2, RFC 8215)
    boolean compatible = zeros(a, 12) && (pair(a, 12) != 0 || pair(a, 14) > 1); // not :: or ::1
    boolean isatap = (pair(a, 8) & ~0x0200) == 0 && pair(a, 10) == 0x5efe; // RFC 5214 §6.1
    if (translated || compatible || isatap) {
      inner.add(last4(a));
    }
    return inner;
  }

  private static boolean isMapped(byte[] a) {
    return a.length == 16 && zeros(a, 10) && pair(a, 10) == 0xffff;
  }

  private static boolean zeros(byte[] address, int end) {
    return Arrays.equals(address, 0, end, new byte[end], 0, end);
  }

  private static byte[] last4(byte[] address) {
    return Arrays.copyOfRange(address, 12, 16);
  }

  private static int pair(byte[] address, int at) {
    return (address[at] & 0xff) << 8 | (address[at + 1] & 0xff);
  }
}
