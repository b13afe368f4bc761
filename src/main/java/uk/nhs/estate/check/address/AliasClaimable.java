package uk.nhs.estate.check.address;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.register.ClaimableService;
import uk.nhs.estate.register.ClaimableServices;

/// Finds sites that belong to whoever takes a name at a cloud service next.
///
/// @param services those at which names can be taken
public record AliasClaimable(ClaimableServices services) implements Check.OfAddress {

  private static final Rule RULE =
      Rule.of(
          "address.alias-claimable",
          URGENT,
          "The site is an alias of a cloud name that nobody has",
          """
          At this service anybody can take a name that is free. Whoever takes this one answers for \
          the site: they can show visitors what they like, get certificates in its name and read \
          its cookies.\
          """,
          """
          Remove the CNAME record at once, or take the name again at the service. From now on \
          remove the record first, and the service after it.\
          """,
          "dig {name} A",
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

  /// What is missing behind another name of the same service is the service's own affair.
  private Verdict judge(AddressFacts address, PointedAt target) {
    var before = address.aliases().subList(0, address.aliases().size() - 1);
    return services.of(List.of(target.name())).stream()
        .filter(service -> service.proof() instanceof ClaimableService.NoSuchName)
        .filter(service -> before.stream().noneMatch(service::has))
        .findFirst()
        .<Verdict>map(
            service ->
                new Verdict.Fail(target.name(), Aliases.way(address) + ", at " + service.words()))
        .orElseGet(Verdict.Pass::new);
  }
}
