package uk.nhs.estate.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.observation.text.IpNetwork;

/// The networks whose addresses mean nothing on the internet, only inside a network or a machine
/// (RFC 6890).
public enum InternalNetwork {
  PRIVATE("private (RFC 1918)"),
  SHARED("internal to a provider (RFC 6598)"),
  LOOPBACK("the visitor's own machine"),
  LINK_LOCAL("of the visitor's own link (RFC 3927, RFC 4291)"),
  UNIQUE_LOCAL("private (RFC 4193)"),
  UNSPECIFIED("no address at all (RFC 1122)");

  private static final Map<IpNetwork, InternalNetwork> NETWORKS = new LinkedHashMap<>();

  static {
    put("10.0.0.0/8", PRIVATE);
    put("172.16.0.0/12", PRIVATE);
    put("192.168.0.0/16", PRIVATE);
    put("100.64.0.0/10", SHARED);
    put("127.0.0.0/8", LOOPBACK);
    put("::1", LOOPBACK);
    put("169.254.0.0/16", LINK_LOCAL);
    put("fe80::/10", LINK_LOCAL);
    put("fc00::/7", UNIQUE_LOCAL);
    put("0.0.0.0/8", UNSPECIFIED);
    put("::", UNSPECIFIED);
  }

  private final String words;

  InternalNetwork(String words) {
    this.words = words;
  }

  /// What such an address is.
  public String words() {
    return words;
  }

  private static void put(String network, InternalNetwork kind) {
    NETWORKS.put(IpNetwork.parse(network).orElseThrow(), kind);
  }

  /// The network of an address, if it is one of these.
  ///
  /// @param address an IPv4 or IPv6 address as text; anything else is in none
  public static Optional<InternalNetwork> of(String address) {
    return IpAddress.parse(address)
        .map(IpAddress::unmapped)
        .flatMap(one -> of(IpNetwork.around(one, one.bits())));
  }

  /// The one that holds all addresses of a network, if any does.
  public static Optional<InternalNetwork> of(IpNetwork network) {
    return NETWORKS.entrySet().stream()
        .filter(internal -> internal.getKey().holds(network))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
