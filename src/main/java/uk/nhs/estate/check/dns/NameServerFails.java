package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Servers.State;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that answer for the domain with an error, as one does whose copy of the zone
/// has expired.
///
/// To be seen twice, at least a minute apart, before it is shown: an error may pass.
public record NameServerFails() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.name-server-fails",
              ADVISORY,
              "A name server answers for the domain with an error",
              """
              Questions that reach this server must be asked again elsewhere, which makes the domain \
              slower and leaves fewer servers to keep it up. A copy of the zone that has expired \
              there is often the first sign of a transfer that no longer works.\
              """,
              """
              See whether the zone has expired or failed to load on that server. Repair it there, or \
              take the server out of the delegation and out of the zone's NS records.\
              """,
              "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
              rfc(1035, "4.1.1"),
              rfc(1912, "2.8"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeState(dns, State.FAILS);
  }
}
