package uk.nhs.estate.check.registration;

import static uk.nhs.estate.sample.RdapSample.SOUND;

import java.time.Duration;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Topic;

class DomainExpiredTest extends CheckTest {
  DomainExpiredTest() {
    super(new DomainExpired());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("registered for a year"),
        passes("its last second", SOUND.left(Duration.ofSeconds(1)).facts()),
        fails(
            "the second in which it ends",
            "registered until 2026-11-24T09:00:00Z",
            SOUND.left(Duration.ZERO).facts()),
        fails("years ago", "until 2024", SOUND.left(Duration.ofDays(-730)).facts()),
        cannotTell("the registry does not say", "no date", SOUND.until(null).facts()),
        cannotTell(
            "the registry has never heard of it",
            "does not know trust.org",
            SOUND.facts(new RegistrationFacts.NotFound("https://rdap.test/domain/trust.org"))),
        cannotTell("nobody to ask", "no RDAP", SOUND.facts(new RegistrationFacts.NoService())),
        cannotTell(
            "an answer that a later reader minds",
            "cannot be read",
            SOUND.facts(
                new RegistrationFacts.Answered("https://rdap.test/", new Part(new byte[] {1})))),
        doesNotApply(
            "a name that does not expire",
            "names under nhs.uk do not expire",
            SOUND.facts(new RegistrationFacts.KeptApart("nhs.uk", "do not expire"))),
        cannotTellWithout(Topic.REGISTRATION));
  }
}
