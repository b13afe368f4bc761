package uk.nhs.estate.check.registration;

import static uk.nhs.estate.sample.RdapSample.SOUND;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Topic;

class DomainOnHoldTest extends CheckTest {
  DomainOnHoldTest() {
    super(new DomainOnHold());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("locked, but not on hold"),
        passes("nothing but active", SOUND.with("active").facts()),
        fails(
            "held by its registrar",
            new Verdict.Fail("client hold", "status: active, client hold"),
            SOUND.with("active", "client hold").facts()),
        fails(
            "held by both, in the words of EPP",
            new Verdict.Fail(
                List.of(new Fault("client hold", "status"), new Fault("server hold", "status"))),
            SOUND.with("serverHold", "clientHold").facts()),
        cannotTell("no status given", "no status", SOUND.with().facts()),
        doesNotApply(
            "a name that is kept apart",
            "reserved",
            SOUND.facts(new RegistrationFacts.KeptApart("test", "are reserved"))),
        cannotTellWithout(Topic.REGISTRATION));
  }
}
