package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.PARENT;
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
        passes(
            "the zone above has one",
            dns(absent(NAME, "CAA"), found(PARENT, "CAA", "0 issue \"ca.test\""))),
        passes(
            "so has the top",
            dns(absent(NAME, "CAA"), absent(PARENT, "CAA"), found("uk", "CAA", "0 issue \";\""))),
        fails(
            "none up to the top",
            "no CAA record",
            dns(absent(NAME, "CAA"), nxdomain(PARENT, "CAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "CAA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "CAA"))),
        cannotTell(
            "the zone above could not be asked",
            "in time",
            dns(absent(NAME, "CAA"), unasked(PARENT, "CAA"))),
        cannotTell("nobody asked the zone above", "nobody asked", dns(absent(NAME, "CAA"))),
        cannotTellWithout(Topic.DNS));
  }
}
