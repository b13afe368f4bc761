package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.parent;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.silent;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

/// Tests a check that judges what the parent's servers say.
abstract class ReferralCheckTest extends CheckTest {
  ReferralCheckTest(Check check) {
    super(check);
  }

  /// What goes for every such check.
  Stream<Example> usual() {
    return Stream.of(
        passes("a sound delegation"),
        doesNotApply(
            "the parent's servers serve the domain as well",
            "serve the domain themselves",
            withParents(
                dns(),
                List.of(
                    SoundServers.with(
                        parent("192.0.2.1"),
                        Question.NS,
                        answer(record(NAME, "NS", "ns1." + NAME + ".")))))),
        cannotTell(
            "the parent's servers were silent",
            "no server of the parent zone",
            withParents(dns(), List.of(silent("ns1.nhs.test", "192.0.2.1")))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
