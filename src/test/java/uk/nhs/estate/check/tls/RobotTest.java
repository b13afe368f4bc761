package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class RobotTest extends OfferCheckTest {
  RobotTest() {
    super(new Robot());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "so it does",
            "its answers tell whether RSA padding was right",
            facts(its -> behaviour(its, Behaviour.ROBOT, new TakenUp("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> behaviour(its, Behaviour.ROBOT, hidden()))));
  }
}
