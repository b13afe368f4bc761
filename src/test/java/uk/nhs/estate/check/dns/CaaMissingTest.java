package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class CaaMissingTest extends CheckTest {
  CaaMissingTest() {
    super(new CaaMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record"),
        passes("a record that forbids everybody", dns(found(NAME, "CAA", "0 issue \";\""))),
        fails("none", "no CAA record", dns(absent(NAME, "CAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "CAA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "CAA"))),
        cannotTellWithout(Topic.DNS));
  }
}
