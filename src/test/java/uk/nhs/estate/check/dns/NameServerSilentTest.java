package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.ONE_V6;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO_V6;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.check.dns.SpoiltServers.unreplied;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.silence;
import static uk.nhs.estate.sample.SoundServers.silent;
import static uk.nhs.estate.sample.SoundServers.soa;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class NameServerSilentTest extends CheckTest {
  NameServerSilentTest() {
    super(new NameServerSilent());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("servers that all answer"),
        passes("a server that refuses", dns(ONE, Question.SOA, failure("REFUSED"))),
        passes(
            "a server that answers without EDNS only",
            dns(
                ONE,
                server ->
                    SoundServers.with(
                        SoundServers.with(server, Question.SOA, silence()),
                        Question.SOA_WITHOUT_EDNS,
                        soa()))),
        fails(
            "a server that never answers, while others do",
            new Verdict.Fail(
                ONE, "ns1.dns.test: SOA by UDP: no answer in time (3 tries); the others: "),
            silentAt(ONE)),
        fails(
            "servers that never answer, while the parent's do; we may have no IPv6",
            new Verdict.Fail(
                List.of(new Fault(ONE, "no answer"), new Fault(TWO, "no answer")),
                List.of(ONE_V6, TWO_V6)),
            silentAt(ONE, ONE_V6, TWO, TWO_V6)),
        cannotTell(
            "we hear nothing over IPv6",
            ONE_V6 + ": SOA by UDP: no answer in time",
            silentAt(ONE_V6, TWO_V6)),
        cannotTell(
            "we hear nothing at all",
            ONE + ": ",
            withParents(
                silentAt(ONE, ONE_V6, TWO, TWO_V6), List.of(silent("ns1.nhs.test", "192.0.2.1")))),
        cannotTell(
            "a server that answered another question", ONE, dns(ONE, Question.SOA, silence())),
        cannotTell(
            "a server that cannot be reached",
            TWO,
            dns(TWO, server -> unreplied(server, Kind.CONNECTION_REFUSED))),
        cannotTell(
            "an address that must not be asked",
            TWO + ": SOA by UDP: the address is one that the scanner must not connect to",
            dns(TWO, server -> unreplied(server, Kind.FORBIDDEN_ADDRESS))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
