package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class NameServerSlowTest extends ServerCheckTest {
  NameServerSlowTest() {
    super(new NameServerSlow());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a second", dns(ONE, server -> SoundServers.with(server, 5, 5, 1000))),
        fails(
            "more than a second",
            ONE,
            "half of its 5 answers took longer than 1001 ms",
            dns(ONE, server -> SoundServers.with(server, 5, 5, 1001))),
        cannotTell(
            "too few answers",
            "too few answers",
            dns(ONE, server -> SoundServers.with(server, 4, 4, 1001))),
        cannotTell("a silent server", TWO, silentAt(TWO)),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
