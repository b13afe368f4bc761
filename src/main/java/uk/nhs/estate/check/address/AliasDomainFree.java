package uk.nhs.estate.check.address;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.PointedAt;

/// Finds sites that belong to whoever registers a domain next.
public record AliasDomainFree() implements Check.OfAddress {

  private static final Rule RULE =
      Rule.of(
          "address.alias-domain-free",
          URGENT,
          "The site is an alias into a domain that nobody has registered",
          """
          Anybody can register that domain for a few pounds. Whoever does answers for the site: \
          they can show visitors what they like, get certificates in its name and read its \
          cookies.\
          """,
          """
          Remove the CNAME record at once. If the domain was yours, find out why it was not \
          renewed.\
          """,
          "dig {name} A; dig {name} CNAME +short",
          rfc(8020, "2"),
          Aliases.TAKEOVER);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address) {
    return Aliases.ofMissingTarget(address, target -> judge(address, target));
  }

  private static Verdict judge(AddressFacts address, PointedAt target) {
    var domain = target.registrable();
    if (domain.isEmpty()) {
      return new Verdict.Pass(); // nobody can register there
    }
    var registered = target.registered();
    if (registered == null) {
      return new Verdict.Unknown("nobody asked for " + domain.get());
    }
    if (registered.answer() instanceof Lookup.Unasked(var obstacle)) {
      return new Verdict.Unknown(obstacle);
    }
    return target.provesThatItsDomainIsFree()
        ? new Verdict.Fail(domain.get().ascii(), Aliases.way(address))
        : new Verdict.Pass();
  }
}
