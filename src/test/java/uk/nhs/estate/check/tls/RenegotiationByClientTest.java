package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;

class RenegotiationByClientTest extends OfferCheckTest {
  RenegotiationByClientTest() {
    super(new RenegotiationByClient());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "so it does",
            "a renegotiation that the client began was carried on",
            facts(its -> behaviour(its, Behaviour.CLIENT_RENEGOTIATION, new TakenUp("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> behaviour(its, Behaviour.CLIENT_RENEGOTIATION, hidden()))),
        doesNotApply(
            "it speaks nothing but TLS 1.3",
            "it speaks nothing but TLS 1.3",
            facts(its -> version(its, TLS_1_2, new TurnedDown("")))));
  }
}
