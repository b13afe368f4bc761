package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds domains that most of the internet cannot find, because their name servers have IPv6
/// addresses only.
public record NameServersWithoutIpv4() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-servers-without-ipv4",
          URGENT,
          "No name server of the domain has an IPv4 address",
          """
          Resolvers without IPv6, which many providers and offices still have, cannot find the \
          domain at all: for them the website and the mail are down.\
          """,
          """
          Give at least two name servers an A record, and make sure that they answer at that \
          address.\
          """,
          "dig {name} NS +short | xargs -I% dig % A +short",
          rfc(3901, "4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judgeAddresses(dns, "A");
  }
}
