package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class ServerNameWarningTest extends OfferCheckTest {
  ServerNameWarningTest() {
    super(new ServerNameWarning());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "so it does",
            "a warning comes before its answer",
            facts(its -> behaviour(its, Behaviour.SERVER_NAME_WARNING, new TakenUp("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> behaviour(its, Behaviour.SERVER_NAME_WARNING, hidden()))));
  }
}
