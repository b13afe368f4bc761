package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Servers.State;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that never answer while others at addresses of the same kind do.
///
/// To be seen twice, at least a minute apart, before it is shown.
public record NameServerSilent() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.name-server-silent",
              ADVISORY,
              "A name server does not answer",
              """
              Whoever asks it first waits for seconds before asking another one, so the website \
              opens slowly or not at all, and fewer servers are left to keep the domain up.\
              """,
              """
              Repair the server or the firewall in front of it, or take it out of the delegation and \
              out of the zone's NS records.\
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
    return Servers.judgeState(dns, State.SILENT);
  }
}
