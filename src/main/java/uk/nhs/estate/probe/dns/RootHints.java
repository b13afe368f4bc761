package uk.nhs.estate.probe.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import uk.nhs.estate.register.Refusal;

/// Reads root hints: where to begin (RFC 9609), in the form of a zone file.
final class RootHints {
  private static final int MOST = 64;

  private RootHints() {}

  /// @return the addresses of the root servers; none for an empty text
  /// @throws Refusal when the text is no zone file, or names a server without an address
  static List<Zone.Server> read(String text) {
    var servers = new ArrayList<Zone.Server>();
    var named = new HashSet<Name>();
    var octets = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var lines = new Master(octets, Name.root, 3_600_000)) {
      lines.disableIncludes();
      for (var record = lines.nextRecord(); record != null; record = lines.nextRecord()) {
        switch (record) {
          case NSRecord ns when ns.getName().equals(Name.root) -> named.add(ns.getTarget());
          case ARecord a -> servers.add(new Zone.Server(a.getName(), a.getAddress()));
          case AAAARecord aaaa -> servers.add(new Zone.Server(aaaa.getName(), aaaa.getAddress()));
          default -> throw refusal(record + " is neither an NS record of the root nor an address");
        }
      }
    } catch (IOException e) {
      throw refusal(String.valueOf(e.getMessage()));
    }
    check(servers, named);
    return servers;
  }

  private static void check(List<Zone.Server> servers, Set<Name> named) {
    if (servers.size() > MOST) {
      throw refusal("they hold more than " + MOST + " addresses");
    }
    for (var server : servers) {
      if (!named.contains(server.name())) {
        throw refusal(server.name() + " has an address, but is no name server of the root");
      }
    }
    if (!named.isEmpty() && servers.isEmpty()) {
      throw refusal("no root server has an address");
    }
  }

  private static Refusal refusal(String why) {
    return new Refusal("root-hints", "The root hints cannot be used: " + why + ".");
  }
}
