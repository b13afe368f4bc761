package uk.nhs.estate.check.address;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;

/// Finds sites whose alias was left behind when what it points at went.
public record AliasTargetMissing() implements Check.OfAddress {

  private static final Rule RULE =
      Rule.of(
          "address.alias-target-missing",
          ADVISORY,
          "The site is an alias of a name that does not exist",
          """
          Nobody can visit it. Whoever gets hold of that name one day, by a new contract with the \
          same supplier for example, answers for the site.\
          """,
          "Remove the CNAME record, or have it point at a name that is there.",
          "dig {name} A",
          rfc(1034, "3.6.2"),
          Aliases.TAKEOVER);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address) {
    return Aliases.ofMissingTarget(
        address, target -> new Verdict.Fail(target.name(), Aliases.way(address)));
  }
}
