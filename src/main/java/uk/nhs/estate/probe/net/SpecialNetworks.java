package uk.nhs.estate.probe.net;

import java.util.ArrayList;
import java.util.List;

/// Networks on which no public site can stand.
///
/// The IANA IPv4 and IPv6 special-purpose address registries (RFC 6890, RFC 8190), both as updated
/// on 2025-10-09, with all their rows, also those that are globally reachable: they are anycast
/// services and translators. Rows inside a wider row of the same meaning are left to it.
final class SpecialNetworks {

  /// A network and what it is for.
  record Row(Network network, String purpose) {}

  /// Addresses at which a cloud tells its machines their secrets; never connected to, even inside
  /// an allowed network.
  static final List<Row> METADATA =
      rows(
          """
          169.254.169.254/32 cloud metadata
          169.254.170.2/32   container credentials
          169.254.170.23/32  container credentials
          100.100.100.200/32 cloud metadata
          168.63.129.16/32   cloud host agent
          192.0.0.192/32     cloud metadata
          fd00:ec2::/32      cloud metadata
          fd20:ce::254/128   cloud metadata
          """);

  /// The registries, and after them the multicast and reserved space that they leave to others.
  static final List<Row> ALL =
      rows(
          """
          0.0.0.0/8          this network (RFC 791)
          10.0.0.0/8         private use (RFC 1918)
          100.64.0.0/10      shared address space (RFC 6598)
          127.0.0.0/8        loopback (RFC 1122)
          169.254.0.0/16     link local (RFC 3927)
          172.16.0.0/12      private use (RFC 1918)
          192.0.0.0/24       protocol assignments (RFC 6890)
          192.0.2.0/24       documentation (RFC 5737)
          192.31.196.0/24    AS112 (RFC 7535)
          192.52.193.0/24    multicast tunnels (RFC 7450)
          192.88.99.0/24     6to4 relays (RFC 7526)
          192.168.0.0/16     private use (RFC 1918)
          192.175.48.0/24    AS112 (RFC 7534)
          198.18.0.0/15      benchmarking (RFC 2544)
          198.51.100.0/24    documentation (RFC 5737)
          203.0.113.0/24     documentation (RFC 5737)
          255.255.255.255/32 broadcast (RFC 8190)
          240.0.0.0/4        reserved (RFC 1112)
          224.0.0.0/4        multicast (RFC 5771)
          ::1/128            loopback (RFC 4291)
          ::/128             unspecified (RFC 4291)
          ::/96              IPv4-compatible (RFC 4291)
          64:ff9b::/96       IPv4 translation (RFC 6052)
          64:ff9b:1::/48     IPv4 translation (RFC 8215)
          100::/64           discard only (RFC 6666)
          100:0:0:1::/64     dummy prefix (RFC 9780)
          2001::/32          Teredo (RFC 4380)
          2001:2::/48        benchmarking (RFC 5180)
          2001:10::/28       former ORCHID (RFC 4843)
          2001:20::/28       ORCHIDv2 (RFC 7343)
          2001:30::/28       drone remote ids (RFC 9374)
          2001::/23          protocol assignments (RFC 2928)
          2001:db8::/32      documentation (RFC 3849)
          2002::/16          6to4 (RFC 3056)
          2620:4f:8000::/48  AS112 (RFC 7534)
          3fff::/20          documentation (RFC 9637)
          5f00::/16          segment routing (RFC 9602)
          fc00::/7           unique local (RFC 4193)
          fe80::/10          link local (RFC 4291)
          fec0::/10          former site local (RFC 3879)
          ff00::/8           multicast (RFC 4291)
          """);

  /// All that is given out for public use in IPv6; the rest of it is reserved (RFC 4291 §2.4).
  static final Network GLOBAL_V6 = Network.of("2000::/3");

  private SpecialNetworks() {}

  private static List<Row> rows(String table) {
    var rows = new ArrayList<Row>();
    for (var line : table.lines().toList()) {
      var columns = line.split(" +", 2);
      rows.add(new Row(Network.of(columns[0]), columns[1]));
    }
    return List.copyOf(rows);
  }
}
