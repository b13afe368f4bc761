package uk.nhs.estate.check.registration;

import static uk.nhs.estate.sample.RdapSample.SOUND;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Topic;

class DomainBeingDeletedTest extends CheckTest {
  DomainBeingDeletedTest() {
    super(new DomainBeingDeleted());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("registered"),
        passes("renewed by itself", SOUND.with("auto renew period").facts()),
        passes("restored, and only its report outstanding", SOUND.with("pending restore").facts()),
        fails(
            "in its redemption period",
            new Verdict.Fail("redemption period", "redemption period, inactive"),
            SOUND.with("redemption period", "inactive").facts()),
        fails(
            "in its last days",
            new Verdict.Fail("pending delete", "pending delete"),
            SOUND.with("pending delete").facts()),
        cannotTell("no status given", "no status", SOUND.with().facts()),
        cannotTell(
            "deleted",
            "does not know",
            SOUND.facts(new RegistrationFacts.NotFound("https://rdap.test/domain/trust.org"))),
        cannotTellWithout(Topic.REGISTRATION));
  }
}
