package uk.nhs.estate.probe.dns;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.xbill.DNS.Name;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.probe.dnssec.ZoneKeys;

/// A zone, who answers for it, and where the chain of trust stands at it.
///
/// @param servers each address once, in a fixed order; none when nobody answers for it
/// @param nobody why, then
record Zone(Name name, List<Server> servers, ZoneKeys keys, Obstacle nobody) {
  Zone(Name name, List<Server> servers, ZoneKeys keys) {
    this(
        name,
        servers,
        keys,
        new Obstacle(Obstacle.Kind.NO_ADDRESS, "no name server has an address"));
  }

  Zone {
    var known = new HashSet<InetAddress>();
    servers =
        servers.stream()
            .sorted(Server.ORDER)
            .filter(server -> known.add(server.address()))
            .toList();
  }

  /// An address of a name server.
  ///
  /// @param name of the name server
  /// @param edns whether it can be asked with EDNS, as far as is known
  record Server(Name name, InetAddress address, boolean edns) {
    /// The same at every look, however the answers were shuffled.
    static final Comparator<Server> ORDER =
        Comparator.comparing((Server server) -> server.address().getAddress(), Arrays::compare)
            .thenComparing(Server::name);

    Server(Name name, InetAddress address) {
      this(name, address, true);
    }
  }
}
