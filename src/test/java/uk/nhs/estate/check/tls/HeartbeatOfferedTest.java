package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class HeartbeatOfferedTest extends TrialCheckTest {
  HeartbeatOfferedTest() {
    super(
        new HeartbeatOffered(),
        Behaviour.HEARTBEAT,
        new TakenUp(""),
        "it answers to the heartbeat extension");
  }
}
