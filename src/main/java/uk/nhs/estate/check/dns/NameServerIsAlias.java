package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;

/// Finds name servers whose names are aliases.
public record NameServerIsAlias() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-server-is-alias",
          ADVISORY,
          "The name of a name server is an alias",
          """
          NS records must name a host with an address of its own. Many resolvers do not follow \
          an alias here, and for them the server does not exist.\
          """,
          """
          Name the server by the name that has the address, in the zone and in the delegation, \
          or give its present name A and AAAA records instead of the CNAME record.\
          """,
          "dig {name} NS +short | xargs -I% dig % CNAME",
          rfc(2181, "10.3"),
          rfc(1912, "2.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.ofZone(
        dns,
        () -> {
          if (dns.allNameServers().isEmpty()) {
            return Delegation.NAME_SERVERS_HIDDEN;
          }
          var faults = new ArrayList<Fault>();
          var hidden = new ArrayList<String>();
          for (var server : dns.allNameServers()) {
            var target =
                server.lookups().stream().flatMap(lookup -> aliases(lookup).stream()).findFirst();
            if (target.isPresent()) {
              faults.add(
                  new Fault(
                      server.name(),
                      "an alias of %s; %s"
                          .formatted(target.get(), Delegation.namedBy(dns, server.name()))));
            } else if (server.isPartlyHidden()) {
              hidden.add(server.name());
            }
          }
          return Verdict.ofFaults(faults, hidden, Servers.ADDRESSES_HIDDEN.reason());
        });
  }

  private static List<String> aliases(Lookup lookup) {
    return switch (lookup.answer()) {
      case Lookup.Found(var aliases, _) -> aliases;
      case Lookup.Absent(_, var aliases) -> aliases;
      case Lookup.Unasked _ -> List.of();
    };
  }
}
