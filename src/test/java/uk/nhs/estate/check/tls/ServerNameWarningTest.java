package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class ServerNameWarningTest extends TrialCheckTest {
  ServerNameWarningTest() {
    super(
        new ServerNameWarning(),
        Behaviour.SERVER_NAME_WARNING,
        new TakenUp(""),
        "a warning comes before its answer");
  }
}
