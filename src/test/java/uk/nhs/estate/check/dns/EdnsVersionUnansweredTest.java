package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundServers.silence;
import static uk.nhs.estate.sample.SoundServers.soa;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.sample.SoundServers;

class EdnsVersionUnansweredTest extends ServerCheckTest {
  EdnsVersionUnansweredTest() {
    super(new EdnsVersionUnanswered());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.EDNS_VERSION_1),
        Stream.of(
            fails(
                "an answer as if it were version 0",
                ONE,
                "SOA by UDP with EDNS version 1: NOERROR with authority",
                dns(ONE, Question.EDNS_VERSION_1, soa())),
            fails(
                "silence, as often as it is asked",
                ONE,
                "no answer in time (3 tries)",
                dns(ONE, Question.EDNS_VERSION_1, silence())),
            cannotTell(
                "silence, asked once",
                "no answer in time (one try)",
                dns(ONE, Question.EDNS_VERSION_1, new Unreplied(new Obstacle(Kind.TIMED_OUT), 1))),
            doesNotApply(
                "servers without EDNS",
                "does not speak EDNS",
                dnsOfAll(
                    server ->
                        SoundServers.with(
                            server,
                            Question.SOA,
                            SoundServers.with(soa(), null, List.of("qr", "aa"), List.of()))))));
  }
}
