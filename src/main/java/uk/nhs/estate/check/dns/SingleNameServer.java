package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.DnsFacts.NameServer;

/// Finds domains that vanish when one server fails.
public record SingleNameServer() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.single-name-server",
          ADVISORY,
          "The domain depends on a single name server",
          """
          When that server or its network fails, the website and the mail of the domain fail \
          with it.\
          """,
          "Have the domain served from at least two name servers in different networks.",
          "dig {name} NS +short | xargs -n1 dig +short",
          rfc(1034, "4.1"),
          rfc(2182, "3.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judge(
        dns,
        servers ->
            servers.size() == 1
                ? new Verdict.Fail("", "only " + servers.getFirst().name())
                : judgeAddresses(servers));
  }

  /// Two names with one IPv4 and one IPv6 address in common are one server.
  private static Verdict judgeAddresses(List<NameServer> servers) {
    var addressed = servers.stream().filter(server -> !server.addresses().isEmpty()).toList();
    var all = addressed.stream().flatMap(server -> server.addresses().stream()).distinct().toList();
    long six = all.stream().filter(address -> address.indexOf(':') >= 0).count();
    if (six > 1 || all.size() - six > 1) {
      return new Verdict.Pass();
    }
    if (servers.stream().anyMatch(NameServer::isPartlyHidden)) {
      return new Verdict.Unknown("not every name server's addresses could be asked");
    }
    if (all.isEmpty()) {
      return new Verdict.NotApplicable("none of its name servers has an address");
    }
    var shared =
        all.stream()
            .filter(one -> addressed.stream().allMatch(server -> server.addresses().contains(one)))
            .toList();
    return Verdict.passIf(
        shared.isEmpty(),
        addressed.size() == 1
            ? "only " + addressed.getFirst().name() + " has an address"
            : "all of them are at " + String.join(" and ", shared));
  }
}
