package uk.nhs.estate.check.address;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Lookup;

/// Finds sites that resolvers may give up looking for.
public record AliasChainLong() implements Check.OfAddress {

  /// Not a matter of policy: Unbound and BIND give up after 11.
  private static final int MOST = 8;

  private static final Rule RULE =
      Rule.of(
          "address.alias-chain-long",
          INFORMATIONAL,
          "The site is found by way of many aliases",
          """
          Every alias is one more question, one more supplier that can fail, and resolvers give up \
          after a number of them.\
          """,
          "Have the site's CNAME record point nearer to the name that has the address.",
          "dig {name} A",
          rfc(1034, "3.6.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address) {
    return Verdict.ofLookup(
        address.a().answer() instanceof Lookup.Unasked ? address.aaaa() : address.a(),
        _ -> {
          int count = address.aliases().size();
          return Verdict.passIf(count <= MOST, count + " aliases: " + Aliases.way(address));
        });
  }
}
