package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TurnedDown;

class Http2MissingTest extends TrialCheckTest {
  Http2MissingTest() {
    super(new Http2Missing(), Behaviour.ALPN_H2, new TurnedDown(""), "it does not choose h2");
  }
}
