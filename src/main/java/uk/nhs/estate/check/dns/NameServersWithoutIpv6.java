package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds domains that cannot be found over IPv6 alone.
public record NameServersWithoutIpv6() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-servers-without-ipv6",
          INFORMATIONAL,
          "No name server of the domain has an IPv6 address",
          "Resolvers in networks with IPv6 alone cannot ask for the domain without a translator.",
          """
          Give at least two name servers an AAAA record, and make sure that they answer at that \
          address.\
          """,
          "dig {name} NS +short | xargs -I% dig % AAAA +short",
          rfc(3901, "4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judgeAddresses(dns, "AAAA");
  }
}
