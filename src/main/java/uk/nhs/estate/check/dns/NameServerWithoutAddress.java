package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.DnsFacts.NameServer;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.PointedAt;

/// Finds name servers that nobody can reach, because their names lead nowhere.
public record NameServerWithoutAddress() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-server-without-address",
          ADVISORY,
          "A name server of the domain has no address",
          """
          Questions to it are lost, which makes the domain slower and less reliable.\
          """,
          """
          Remove the name server from the delegation and from the zone, or give its name an \
          address again.\
          """,
          "dig {name} NS +short | xargs -n1 dig +short",
          rfc(1034, "4.2.2"),
          rfc(1912, "2.8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.ofZone(
        dns,
        () -> {
          var faults = new ArrayList<Fault>();
          var hidden = new ArrayList<String>();
          for (var server : dns.allNameServers()) {
            if (server.addresses().isEmpty() && !isSaidElsewhere(dns, server)) {
              if (server.isPartlyHidden()) {
                hidden.add(server.name());
              } else {
                faults.add(new Fault(server.name(), evidence(dns, server)));
              }
            }
          }
          return dns.allNameServers().isEmpty()
              ? Delegation.NAME_SERVERS_HIDDEN
              : Verdict.ofFaults(
                  faults,
                  hidden,
                  "could not ask for the addresses of " + String.join(", ", hidden));
        });
  }

  private static String evidence(DnsFacts dns, NameServer server) {
    return (server.lookups().stream().anyMatch(Lookup::provesThatTheNameDoesNotExist)
            ? "the name does not exist; "
            : "neither an A nor an AAAA record; ")
        + Delegation.namedBy(dns, server.name());
  }

  /// A server in a domain that anybody could register is worse than useless, and another rule.
  private static boolean isSaidElsewhere(DnsFacts dns, NameServer server) {
    return dns.target(server.name()).filter(PointedAt::provesThatItsDomainIsFree).isPresent();
  }
}
