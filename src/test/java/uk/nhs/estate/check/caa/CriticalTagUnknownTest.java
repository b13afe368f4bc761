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

class CriticalTagUnknownTest extends CheckTest {
  private static DnsFacts caa(String... records) {
    return dns(found(NAME, "CAA", records));
  }

  CriticalTagUnknownTest() {
    super(new CriticalTagUnknown());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("nothing critical"),
        passes("a critical tag that everybody knows", caa("128 issue \"ca.test\"")),
        passes("in capitals", caa("128 ISSUEWILD \";\"")),
        passes("an unknown tag that is not critical", caa("0 tbs \"x\"")),
        fails(
            "a critical tag that nobody knows",
            new Verdict.Fail("128 isue \"ca.test\"", "isue"),
            caa("128 isue \"ca.test\"")),
        doesNotApply("no record of its own", "no CAA records", dns(absent(NAME, "CAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "CAA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "CAA"))),
        cannotTellWithout(Topic.DNS));
  }
}
