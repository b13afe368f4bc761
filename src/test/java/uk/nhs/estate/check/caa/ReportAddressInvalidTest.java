package uk.nhs.estate.check.caa;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class ReportAddressInvalidTest extends CheckTest {
  private static DnsFacts caa(String... records) {
    return dns(found(NAME, "CAA", records));
  }

  ReportAddressInvalidTest() {
    super(new ReportAddressInvalid());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no address"),
        passes("a mailbox", caa("0 iodef \"mailto:security@trust.nhs.uk\"")),
        passes("a web address", caa("0 iodef \"https://trust.nhs.uk/caa\"")),
        fails(
            "a mailbox without its scheme",
            new Verdict.Fail("0 iodef \"security@trust.nhs.uk\"", "neither mailto:"),
            caa("0 iodef \"security@trust.nhs.uk\"")),
        fails(
            "a scheme alone",
            new Verdict.Fail("0 iodef \"mailto:\"", "something after it"),
            caa("0 iodef \"mailto:\"")),
        doesNotApply("no record of its own", "no CAA records", dns(absent(NAME, "CAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "CAA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "CAA"))),
        cannotTellWithout(Topic.DNS));
  }
}
