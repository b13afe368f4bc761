package uk.nhs.estate.cli;

import java.util.Arrays;
import java.util.List;
import uk.nhs.estate.practice.PracticeEntry;
import uk.nhs.estate.register.Claim;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.store.Register;

/// Enters the practice estate into the register, the way real entries get there.
final class PracticeRegister {
  private static final String ACTOR = "practice estate";

  private PracticeRegister() {}

  static void enter(List<PracticeEntry> entries, Service service) {
    var register = service.bean(Register.class);
    for (var entry : entries) {
      register.enter(organisation(entry), ACTOR);
      var domain = new Domain(DomainName.parse(entry.domain()));
      enter(register, domain, entry, entry.shows());
      for (var host : entry.hosts()) {
        var site = new Site(DomainName.parse(host.name()), domain.name());
        enter(register, site, entry, host.shows());
      }
    }
  }

  private static void enter(Register register, Target target, PracticeEntry entry, String shows) {
    register.enter(target, ACTOR);
    register.enter(
        new Claim(
            new OdsCode(entry.odsCode()), target, Relation.HOLDER, "Pretend: " + shows, null, null),
        ACTOR);
    if (entry.retired()) {
      register.change(target, Lifecycle.RETIRED, ScanLevel.ORDINARY, ACTOR);
    }
  }

  private static Organisation organisation(PracticeEntry entry) {
    return new Organisation(
        new OdsCode(entry.odsCode()),
        entry.organisation(),
        Arrays.stream(OrganisationType.values())
            .filter(type -> type.title().equals(entry.type()))
            .findFirst()
            .orElseThrow(),
        entry.retired() ? OrganisationStatus.CLOSED : OrganisationStatus.ACTIVE,
        null,
        null,
        List.of(),
        null,
        null);
  }
}
