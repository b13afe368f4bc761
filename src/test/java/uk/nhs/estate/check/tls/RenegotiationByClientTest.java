package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;

class RenegotiationByClientTest extends TrialCheckTest {
  RenegotiationByClientTest() {
    super(
        new RenegotiationByClient(),
        Behaviour.CLIENT_RENEGOTIATION,
        new TakenUp(""),
        "a renegotiation that the client began was carried on");
  }

  @Override
  Stream<Example> more() {
    return Stream.of(
        doesNotApply(
            "it speaks nothing but TLS 1.3",
            "it speaks nothing but TLS 1.3",
            facts(its -> version(its, TLS_1_2, new TurnedDown("")))));
  }
}
