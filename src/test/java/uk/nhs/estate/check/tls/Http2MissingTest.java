package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TurnedDown;

class Http2MissingTest extends OfferCheckTest {
  Http2MissingTest() {
    super(new Http2Missing());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "so it does",
            "it does not choose h2",
            facts(its -> behaviour(its, Behaviour.ALPN_H2, new TurnedDown("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> behaviour(its, Behaviour.ALPN_H2, hidden()))));
  }
}
