package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class ClientCertificateRequiredTest extends OfferCheckTest {
  ClientCertificateRequiredTest() {
    super(new ClientCertificateRequired());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "so it does",
            "a handshake without a certificate of the client is refused",
            facts(its -> behaviour(its, Behaviour.CLIENT_CERTIFICATE_REQUIRED, new TakenUp("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> behaviour(its, Behaviour.CLIENT_CERTIFICATE_REQUIRED, hidden()))));
  }
}
