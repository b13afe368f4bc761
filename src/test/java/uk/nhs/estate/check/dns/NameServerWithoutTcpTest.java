package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.ONE_V6;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO_V6;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundServers.silence;

import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.sample.SoundServers;

class NameServerWithoutTcpTest extends ServerCheckTest {
  NameServerWithoutTcpTest() {
    super(new NameServerWithoutTcp());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOA_BY_TCP),
        Stream.of(
            fails(
                "a closed port",
                ONE,
                "ns1.dns.test: SOA by TCP: the connection was refused (one try); SOA by UDP:"
                    + " NOERROR with authority",
                dns(
                    ONE,
                    Question.SOA_BY_TCP,
                    new Unreplied(new Obstacle(Kind.CONNECTION_REFUSED), 1))),
            fails(
                "no answer, while others answer over TCP",
                ONE,
                "SOA by TCP: no answer in time",
                dns(ONE, Question.SOA_BY_TCP, silence())),
            fails(
                "every port is closed",
                new Verdict.Fail(
                    Stream.of(ONE, ONE_V6, TWO, TWO_V6)
                        .map(one -> new Fault(one, "refused"))
                        .toList()),
                dnsOfAll(
                    server ->
                        SoundServers.with(
                            server,
                            Question.SOA_BY_TCP,
                            new Unreplied(new Obstacle(Kind.CONNECTION_REFUSED), 1)))),
            cannotTell(
                "we hear nothing over TCP, which our own network may hide",
                "SOA by TCP: no answer in time",
                dnsOfAll(server -> SoundServers.with(server, Question.SOA_BY_TCP, silence()))),
            cannotTell(
                "an answer that cannot be read",
                "the answer does not follow the protocol",
                dns(
                    ONE,
                    Question.SOA_BY_TCP,
                    new Unreplied(new Obstacle(Kind.PROTOCOL_ERROR), 1)))));
  }
}
