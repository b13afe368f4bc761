package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.silence;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class NameServerLossyTest extends ServerCheckTest {
  NameServerLossyTest() {
    super(new NameServerLossy());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes(
            "a quarter of the questions lost",
            dns(ONE, server -> SoundServers.with(server, 8, 6, 12))),
        fails(
            "more than a quarter",
            ONE,
            "it answered 5 of 8 questions by UDP",
            dns(ONE, server -> SoundServers.with(server, 8, 5, 12))),
        passes(
            "a question that it drops on purpose",
            dns(
                ONE,
                server ->
                    SoundServers.with(
                        SoundServers.with(server, Question.RECURSION, silence()), 10, 7, 12))),
        passes(
            "questions dropped in an earlier look",
            dns(
                ONE,
                server ->
                    SoundServers.with(
                        SoundServers.with(server, Question.RECURSION, silence()), 6, 6, 12))),
        fails(
            "questions over TCP do not count",
            ONE,
            "it answered 5 of 8",
            dns(
                ONE,
                server ->
                    SoundServers.with(
                        SoundServers.with(server, Question.TRANSFER, silence()), 8, 5, 12))),
        cannotTell(
            "one of three questions lost",
            "it answered 2 of 3",
            dns(ONE, server -> SoundServers.with(server, 3, 2, 12))),
        passes(
            "few questions, all answered", dns(ONE, server -> SoundServers.with(server, 2, 2, 12))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTell("a silent server", TWO, silentAt(TWO)),
        cannotTellWithout(Topic.DNS));
  }
}
