package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial;

/// Tests a check of one thing that was tried out.
abstract class TrialCheckTest extends OfferCheckTest {
  private final Behaviour behaviour;
  private final Trial bad;
  private final String evidence;

  /// @param bad what came of it where the check finds fault
  TrialCheckTest(Check.OfTls check, Behaviour behaviour, Trial bad, String evidence) {
    super(check);
    this.behaviour = behaviour;
    this.bad = bad;
    this.evidence = evidence;
  }

  /// What there is to show besides.
  Stream<Example> more() {
    return Stream.empty();
  }

  @Override
  Stream<Example> offers() {
    return Stream.concat(
        more(),
        Stream.of(
            passes("a sound server", facts(its -> its)),
            fails("so it does", evidence, facts(its -> behaviour(its, behaviour, bad))),
            cannotTell(
                "it could not be tried",
                "no answer in time",
                facts(its -> behaviour(its, behaviour, hidden())))));
  }
}
