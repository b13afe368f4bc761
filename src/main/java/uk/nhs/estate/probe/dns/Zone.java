package uk.nhs.estate.probe.dns;

import java.net.InetAddress;
import java.util.List;
import org.xbill.DNS.Name;
import uk.nhs.estate.probe.dnssec.ZoneKeys;

/// A zone, who answers for it, and where the chain of trust stands at it.
///
/// @param servers at least one, unless none of them has an address
record Zone(Name name, List<Server> servers, ZoneKeys keys) {
  Zone {
    servers = List.copyOf(servers);
  }

  /// An address of a name server.
  ///
  /// @param name of the name server
  /// @param edns whether it can be asked with EDNS, as far as is known
  record Server(Name name, InetAddress address, boolean edns) {
    Server(Name name, InetAddress address) {
      this(name, address, true);
    }
  }
}
