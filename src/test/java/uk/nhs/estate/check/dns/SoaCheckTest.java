package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

/// Tests a check that judges the start of authority.
abstract class SoaCheckTest extends CheckTest {
  SoaCheckTest(Check check) {
    super(check);
  }

  /// What goes for every such check.
  Stream<Example> usual() {
    return Stream.of(
        passes("a sound SOA record"),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "SOA"))),
        cannotTell("it cannot be read", "cannot be read", dns(found(NAME, "SOA", "nonsense"))),
        cannotTellWithout(Topic.DNS));
  }
}
