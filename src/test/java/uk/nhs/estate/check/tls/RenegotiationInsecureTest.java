package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TurnedDown;

class RenegotiationInsecureTest extends OfferCheckTest {
  RenegotiationInsecureTest() {
    super(new RenegotiationInsecure());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "so it does",
            "it does not answer to secure renegotiation",
            facts(its -> behaviour(its, Behaviour.SECURE_RENEGOTIATION, new TurnedDown("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> behaviour(its, Behaviour.SECURE_RENEGOTIATION, hidden()))),
        doesNotApply(
            "it speaks nothing but TLS 1.3",
            "it speaks nothing but TLS 1.3",
            facts(its -> version(its, TLS_1_2, new TurnedDown("")))));
  }
}
