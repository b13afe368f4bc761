package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TurnedDown;

class ExtendedMasterSecretMissingTest extends TrialCheckTest {
  ExtendedMasterSecretMissingTest() {
    super(
        new ExtendedMasterSecretMissing(),
        Behaviour.EXTENDED_MASTER_SECRET,
        new TurnedDown(""),
        "it does not answer to the extended master secret");
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
