package uk.nhs.estate.store;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import uk.nhs.estate.register.Claim;
import uk.nhs.estate.register.Contact;
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

  Register(Entries entries, Targets targets) {
    this.entries = entries;
    this.targets = targets;
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

  private TargetRow find(Target target) {
    return targets
        .find(target.kind().name(), target.name().ascii())
        .orElseThrow(() -> new Refusal("name", target.name() + " is not in the register."));
  }
}
