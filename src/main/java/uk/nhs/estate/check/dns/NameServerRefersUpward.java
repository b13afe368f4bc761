package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Servers.State;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that know nothing of the domain and refer to the root or to a zone above it.
public record NameServerRefersUpward() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-server-refers-upward",
          ADVISORY,
          "A name server refers back to a zone above the domain",
          """
          Questions that reach this server must be asked again elsewhere, which makes the domain \
          slower and leaves fewer servers to keep it up. Referrals to the root are also misused \
          to flood others with large answers.\
          """,
          """
          Load the zone on that server again, or take the server out of the delegation and out \
          of the zone's NS records.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
          rfc(1034, "4.3.2"),
          new Standard(
              "DNS-OARC: upward referrals considered harmful",
              "https://www.dns-oarc.net/oarc/articles/upward-referrals-considered-harmful"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeState(dns, State.REFERS_UPWARD);
  }
}
