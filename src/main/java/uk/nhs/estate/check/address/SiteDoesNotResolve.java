package uk.nhs.estate.check.address;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Lookup;

/// Finds sites of the register that have no address any more.
public record SiteDoesNotResolve() implements Check.OfAddress {

  private static final Rule RULE =
      Rule.of(
          "address.site-does-not-resolve",
          INFORMATIONAL,
          "The site has no address in the DNS",
          """
          Nobody can visit it. A site that is no longer wanted should leave the register, so that \
          its entry does not hide what is still there.\
          """,
          "Retire the site in the register, or publish its address again.",
          "dig {name} A +short; dig {name} AAAA +short",
          rfc(1034, "3.6"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address) {
    if (!address.addresses().isEmpty()) {
      return new Verdict.Pass();
    }
    return Verdict.ofLookup(
        address.a(),
        _ -> Verdict.ofLookup(address.aaaa(), _ -> new Verdict.Fail("", why(address.a()))));
  }

  private static String why(Lookup lookup) {
    return lookup.provesThatTheNameDoesNotExist()
        ? "the name does not exist"
        : lookup.answer() instanceof Lookup.Absent(_, var aliases) && !aliases.isEmpty()
            ? "an alias of " + aliases.getLast() + ", which has no address"
            : "the name exists, without an address";
  }
}
