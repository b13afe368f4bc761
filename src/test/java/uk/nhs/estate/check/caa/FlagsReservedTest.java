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

class FlagsReservedTest extends CheckTest {
  private static DnsFacts caa(String... records) {
    return dns(found(NAME, "CAA", records));
  }

  FlagsReservedTest() {
    super(new FlagsReserved());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no flags"),
        passes("critical", caa("128 issue \"ca.test\"")),
        fails(
            "the wrong end of the byte",
            new Verdict.Fail("1 issue \"ca.test\"", "flags of 1"),
            caa("1 issue \"ca.test\"", "0 issue \"other.test\"")),
        fails(
            "critical and more",
            new Verdict.Fail("129 issue \"ca.test\"", "flags of 129"),
            caa("129 issue \"ca.test\"")),
        doesNotApply("no record of its own", "no CAA records", dns(absent(NAME, "CAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "CAA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "CAA"))),
        cannotTellWithout(Topic.DNS));
  }
}
