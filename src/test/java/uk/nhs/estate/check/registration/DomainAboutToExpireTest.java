package uk.nhs.estate.check.registration;

import static uk.nhs.estate.sample.RdapSample.SOUND;

import java.time.Duration;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DomainAboutToExpireTest extends CheckTest {
  private static final Duration WEEK = Duration.ofDays(7);

  DomainAboutToExpireTest() {
    super(new DomainAboutToExpire(WEEK));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("registered for a year"),
        passes("a second more than a week", SOUND.left(WEEK.plusSeconds(1)).facts()),
        fails(
            "a week to the second",
            "registered until 2026-12-01T09:00:00Z",
            SOUND.left(WEEK).facts()),
        fails("its last second", "until", SOUND.left(Duration.ofSeconds(1)).facts()),
        doesNotApply("expired", "it has expired", SOUND.left(Duration.ZERO).facts()),
        cannotTell("the registry does not say", "no date", SOUND.until(null).facts()),
        cannotTellWithout(Topic.REGISTRATION));
  }
}
