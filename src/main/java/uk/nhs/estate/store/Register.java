package uk.nhs.estate.store;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.UnaryOperator;
import uk.nhs.estate.register.Claim;
import uk.nhs.estate.register.Contact;
import uk.nhs.estate.register.DkimSelector;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;

/// Enters and retires single entries of the register, with who did it.
@Singleton
public class Register {
  private final Entries entries;
  private final Targets targets;
  private final DkimSelectors selectors;

  Register(Entries entries, Targets targets, DkimSelectors selectors) {
    this.entries = entries;
    this.targets = targets;
    this.selectors = selectors;
  }

  /// Enters an organisation, or brings it up to date.
  @Transactional
  public void enter(Organisation organisation, String actor) {
    entries.actor(actor);
    entries.organisation(
        organisation.code().text(),
        organisation.name(),
        organisation.type().name(),
        organisation.status().name(),
        organisation.opened(),
        organisation.closed(),
        FactsJson.write(organisation.parents()),
        organisation.postcode(),
        organisation.phone());
  }

  /// Enters a domain or a site (with its domain); one that is there already stays as it is.
  @Transactional
  public TargetRow enter(Target target, String actor) {
    entries.actor(actor);
    switch (target) {
      case Domain(var name) -> entries.target("DOMAIN", name.ascii(), null);
      case Site(var host, var domain) -> {
        entries.target("DOMAIN", domain.ascii(), null);
        entries.target("SITE", host.ascii(), domain.ascii());
      }
    }
    return find(target);
  }

  /// Enters an organisation's claim, or brings it up to date.
  @Transactional
  public void enter(Claim claim, String actor) {
    entries.actor(actor);
    entries.claim(
        claim.organisation().text(),
        find(claim.target()).id(),
        claim.relation().name(),
        claim.evidence(),
        claim.from(),
        claim.until());
  }

  /// Enters who answers for a domain or a site.
  @Transactional
  public void enter(Target target, Contact contact, String actor) {
    entries.actor(actor);
    entries.contact(find(target).id(), contact.role().name(), contact.address().toString());
  }

  /// Retires a domain or a site, takes it back, or sets how far a look may go.
  @Transactional
  public void change(Target target, Lifecycle lifecycle, ScanLevel level, String actor) {
    entries.actor(actor);
    targets.change(find(target).id(), lifecycle.name(), level.number());
  }

  /// Says which DKIM selectors a domain has in use; those that are left out are retired.
  ///
  /// @param change what they become of what they are, by name
  /// @return those that are in use now, by name
  /// @throws Refusal for what is no selector, or too many
  @Transactional
  public List<String> dkimSelectors(
      Domain domain, UnaryOperator<List<String>> change, String actor) {
    entries.actor(actor);
    long id = selectors.lock(find(domain).id());
    var wanted = DkimSelector.all(domain.name(), change.apply(selectors.of(id)));
    var rows = FactsJson.write(wanted.stream().map(DkimSelector::text).toList());
    selectors.register(id, rows);
    selectors.retireOthers(id, rows);
    return selectors.of(id);
  }

  private TargetRow find(Target target) {
    return targets
        .find(target.kind().name(), target.name().ascii())
        .orElseThrow(() -> new Refusal("name", target.name() + " is not in the register."));
  }
}
