package uk.nhs.estate.check.registration;

import static uk.nhs.estate.sample.RdapSample.SOUND;

import java.time.Duration;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DomainExpiresSoonTest extends CheckTest {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration WEEK = Duration.ofDays(7);

  DomainExpiresSoonTest() {
    super(new DomainExpiresSoon(MONTH, WEEK));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("registered for a year"),
        passes("a second more than the notice", SOUND.left(MONTH.plusSeconds(1)).facts()),
        fails("the notice to the second", "2026-12-24T09:00:00Z", SOUND.left(MONTH).facts()),
        fails("a second more than a week", "2026-12-01", SOUND.left(WEEK.plusSeconds(1)).facts()),
        doesNotApply("a week", "about to expire", SOUND.left(WEEK).facts()),
        doesNotApply("expired", "has expired", SOUND.left(Duration.ofDays(-1)).facts()),
        cannotTell("the registry does not say", "no date", SOUND.until(null).facts()),
        cannotTellWithout(Topic.REGISTRATION));
  }
}
