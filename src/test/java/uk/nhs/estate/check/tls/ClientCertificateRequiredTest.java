package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class ClientCertificateRequiredTest extends TrialCheckTest {
  ClientCertificateRequiredTest() {
    super(
        new ClientCertificateRequired(),
        Behaviour.CLIENT_CERTIFICATE_REQUIRED,
        new TakenUp(""),
        "a handshake without a certificate of the client is refused");
  }
}
