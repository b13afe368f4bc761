package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.net.InetAddress;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.DnsFacts.NameServer;

/// Finds domains whose name servers all stand in one network: one /24 of IPv4, one /48 of IPv6.
public record NameServersInOneNetwork() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-servers-in-one-network",
          INFORMATIONAL,
          "All name servers of the domain are in one network",
          """
          When that network or the line to it fails, the website and the mail of the domain fail \
          with it.\
          """,
          """
          Have the domain served from a second network as well, best at another site or another \
          provider.\
          """,
          "dig {name} NS +short | xargs -n1 dig +short",
          rfc(2182, "3.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judge(
        dns,
        servers -> {
          var addresses =
              servers.stream()
                  .flatMap(server -> server.addresses().stream())
                  .collect(Collectors.toCollection(TreeSet::new));
          var networks =
              addresses.stream()
                  .map(NameServersInOneNetwork::network)
                  .collect(Collectors.toCollection(TreeSet::new));
          long six = networks.stream().filter(network -> network.indexOf(':') >= 0).count();
          if (six > 1 || networks.size() - six > 1) {
            return new Verdict.Pass();
          }
          if (servers.stream().anyMatch(NameServer::isPartlyHidden)) {
            return Servers.ADDRESSES_HIDDEN;
          }
          return addresses.size() > networks.size()
              ? new Verdict.Fail("", "all of them are in " + String.join(" and ", networks))
              : new Verdict.NotApplicable("it has no two name servers of one kind of address");
        });
  }

  /// The network of an address; an address that cannot be read is a network of its own.
  private static String network(String address) {
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == 4
          ? "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
          : "%x:%x:%x::/48".formatted(group(bytes, 0), group(bytes, 1), group(bytes, 2));
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  private static int group(byte[] bytes, int at) {
    return (bytes[2 * at] & 0xff) << 8 | bytes[2 * at + 1] & 0xff;
  }
}
