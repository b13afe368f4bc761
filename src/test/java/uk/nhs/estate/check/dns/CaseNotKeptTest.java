package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.Topic;

class CaseNotKeptTest extends CheckTest {
  CaseNotKeptTest() {
    super(new CaseNotKept());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("sound servers"),
        fails(
            "a question that came back in other letters",
            new Verdict.Fail(ONE, "changed in the answer to NS"),
            dns(ONE, Question.NS, changed())),
        cannotTell("a silent server", TWO + ": ", silentAt(TWO)),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }

  private static Replied changed() {
    return new Replied(
        "NOERROR",
        List.of("qr", "aa"),
        0,
        List.of(),
        false,
        50,
        12,
        List.of(),
        List.of(),
        List.of());
  }
}
