package uk.nhs.estate.check.caa;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class IssueMissingTest extends CheckTest {
  private static DnsFacts caa(String... records) {
    return dns(found(NAME, "CAA", records));
  }

  IssueMissingTest() {
    super(new IssueMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an authority is named"),
        passes("nobody is named", caa("0 issue \";\"")),
        fails("an address for reports alone", "iodef", caa("0 iodef \"mailto:a@trust.nhs.uk\"")),
        fails("wildcards alone", "issuewild", caa("0 issuewild \";\"")),
        fails("a slip in the tag", "isue", caa("0 isue \"ca.test\"")),
        doesNotApply("no record of its own", "no CAA records", dns(absent(NAME, "CAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "CAA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "CAA"))),
        cannotTellWithout(Topic.DNS));
  }
}
