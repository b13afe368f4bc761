package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Servers.State;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that answer without authority for the domain: caches, servers of another
/// zone, servers that deny it.
public record NameServerNotAuthoritative() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-server-not-authoritative",
          ADVISORY,
          "A name server does not answer with authority for the domain",
          """
          Questions that reach this server must be asked again elsewhere, which makes the domain \
          slower and leaves fewer servers to keep it up. What it does answer comes from a cache \
          or from another zone, and may be old or wrong.\
          """,
          """
          Load the zone on that server again, or take the server out of the delegation and out \
          of the zone's NS records.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
          rfc(1034, "4.2.2"),
          rfc(1912, "2.8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeState(dns, State.NOT_AUTHORITATIVE);
  }
}
