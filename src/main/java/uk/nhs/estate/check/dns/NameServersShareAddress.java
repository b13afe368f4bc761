package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.DnsFacts.NameServer;

/// Finds name servers that are one machine under several names.
public record NameServersShareAddress() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-servers-share-address",
          ADVISORY,
          "Several name servers of the domain share an address",
          """
          The domain looks as if it had more servers than it has: when that one fails, all of \
          those names fail with it.\
          """,
          """
          Give each name server an address of its own, on a machine of its own, in different \
          networks.\
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
          var names = new TreeMap<String, List<String>>();
          for (var server : servers) {
            for (var address : Set.copyOf(server.addresses())) {
              names.computeIfAbsent(address, _ -> new ArrayList<>()).add(server.name());
            }
          }
          var faults = new ArrayList<Fault>();
          var alone = new ArrayList<String>();
          names.forEach(
              (address, by) -> {
                if (by.size() > 1) {
                  faults.add(new Fault(address, "of " + String.join(", ", by)));
                } else {
                  alone.add(address);
                }
              });
          boolean allSeen = servers.stream().noneMatch(NameServer::isPartlyHidden);
          if (faults.isEmpty()) {
            return allSeen ? new Verdict.Pass() : Servers.ADDRESSES_HIDDEN;
          }
          return new Verdict.Fail(faults, allSeen ? List.of() : alone);
        });
  }
}
