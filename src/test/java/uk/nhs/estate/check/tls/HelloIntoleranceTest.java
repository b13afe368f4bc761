package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TurnedDown;

class HelloIntoleranceTest extends OfferCheckTest {
  HelloIntoleranceTest() {
    super(new HelloIntolerance());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "a large hello",
            "more than 511 octets",
            facts(its -> behaviour(its, Behaviour.TOLERATES_LARGE_HELLO, new TurnedDown("")))),
        fails(
            "several",
            "TLS 1.3; a hello with a server name: silence",
            facts(
                its ->
                    behaviour(
                        behaviour(its, Behaviour.TOLERATES_TLS_1_3_HELLO, new TurnedDown("")),
                        Behaviour.TOLERATES_SERVER_NAME,
                        new TurnedDown("silence")))),
        cannotTell(
            "one could not be tried",
            "no answer in time",
            facts(its -> behaviour(its, Behaviour.TOLERATES_MANY_SUITES, hidden()))));
  }
}
