package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.ONE_V6;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.check.dns.SpoiltServers.unreplied;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Topic;

class NameServerUnreachableTest extends CheckTest {
  NameServerUnreachableTest() {
    super(new NameServerUnreachable());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("servers that all answer"),
        fails(
            "no way to a server, while others answer",
            new Verdict.Fail(
                ONE, "SOA by UDP: the network could not reach it (3 tries); the others: "),
            dns(ONE, server -> unreplied(server, Kind.UNREACHABLE))),
        fails(
            "a port that is closed",
            new Verdict.Fail(ONE_V6, "the connection was refused"),
            dns(ONE_V6, server -> unreplied(server, Kind.CONNECTION_REFUSED))),
        cannotTell("a server that is silent", ONE, silentAt(ONE)),
        cannotTell(
            "we have no IPv6",
            ONE_V6,
            dnsOfAll(
                server ->
                    server.address().indexOf(':') < 0
                        ? server
                        : unreplied(server, Kind.UNREACHABLE))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
