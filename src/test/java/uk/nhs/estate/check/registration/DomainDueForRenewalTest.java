package uk.nhs.estate.check.registration;

import static uk.nhs.estate.sample.RdapSample.SOUND;

import java.time.Duration;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DomainDueForRenewalTest extends CheckTest {
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final Duration MONTH = Duration.ofDays(30);

  DomainDueForRenewalTest() {
    super(new DomainDueForRenewal(QUARTER, MONTH));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("registered for a year"),
        passes("a second more than the notice", SOUND.left(QUARTER.plusSeconds(1)).facts()),
        fails("the notice to the second", "2027-02-22T09:00:00Z", SOUND.left(QUARTER).facts()),
        fails("a second more than a month", "2026-12-24", SOUND.left(MONTH.plusSeconds(1)).facts()),
        doesNotApply("a month", "sooner", SOUND.left(MONTH).facts()),
        cannotTell("the registry does not say", "no date", SOUND.until(null).facts()),
        cannotTellWithout(Topic.REGISTRATION));
  }
}
