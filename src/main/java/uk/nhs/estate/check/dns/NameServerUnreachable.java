package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Servers.State;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that the network reports as unreachable or closed while others at addresses
/// of the same kind answer.
///
/// To be seen twice, at least a minute apart, before it is shown.
public record NameServerUnreachable() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.name-server-unreachable",
              ADVISORY,
              "A name server cannot be reached",
              """
              Questions to it are lost, so some visitors wait, and fewer servers are left to keep \
              the domain up.\
              """,
              """
              Repair the server, its route or the firewall in front of it, or take it out of the \
              delegation and out of the zone's NS records.\
              """,
              "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
              rfc(2182, "3.1"),
              rfc(1912, "2.8"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeState(dns, State.UNREACHABLE);
  }
}
