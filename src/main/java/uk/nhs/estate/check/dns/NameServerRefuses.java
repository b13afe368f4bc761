package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Servers.State;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that refuse to answer for the domain that they are to serve.
public record NameServerRefuses() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-server-refuses",
          ADVISORY,
          "A name server refuses to answer for the domain",
          """
          Questions that reach this server must be asked again elsewhere, which makes the domain \
          slower and leaves fewer servers to keep it up.\
          """,
          """
          Load the zone on that server again, or take the server out of the delegation and out \
          of the zone's NS records.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
          rfc(1912, "2.8"),
          rfc(8914, "4.21"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeState(dns, State.REFUSES);
  }
}
