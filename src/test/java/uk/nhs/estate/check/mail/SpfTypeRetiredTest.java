package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SpfTypeRetiredTest extends CheckTest {
  SpfTypeRetiredTest() {
    super(new SpfTypeRetired());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("none"),
        fails(
            "a record of the retired type",
            "v=spf1 -all",
            mail(found(NAME, "SPF", "\"v=spf1 -all\""))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "SPF"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "SPF"))),
        cannotTellWithout(Topic.MAIL));
  }
}
