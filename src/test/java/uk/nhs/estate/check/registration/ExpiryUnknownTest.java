package uk.nhs.estate.check.registration;

import static uk.nhs.estate.sample.RdapSample.SOUND;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Topic;

class ExpiryUnknownTest extends CheckTest {
  ExpiryUnknownTest() {
    super(new ExpiryUnknown());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the registry says when"),
        fails(
            "the registry does not say",
            "no date of expiry in https://rdap.test/domain/trust.org",
            SOUND.until(null).facts()),
        fails(
            "the registry's service does not know it",
            "404 for https://rdap.test/domain/trust.org",
            SOUND.facts(new RegistrationFacts.NotFound("https://rdap.test/domain/trust.org"))),
        fails(
            "there is no service",
            "no RDAP service is known for trust.io",
            SOUND.named("trust.io").facts(new RegistrationFacts.NoService())),
        doesNotApply(
            "a name that does not expire",
            "names under nhs.uk do not expire",
            SOUND.facts(new RegistrationFacts.KeptApart("nhs.uk", "do not expire"))),
        cannotTellWithout(Topic.REGISTRATION));
  }
}
