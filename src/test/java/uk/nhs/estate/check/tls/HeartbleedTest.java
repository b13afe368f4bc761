package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class HeartbleedTest extends TrialCheckTest {
  HeartbleedTest() {
    super(
        new Heartbleed(),
        Behaviour.HEARTBLEED,
        new TakenUp(""),
        "it answers a heartbeat with more than it was sent");
  }
}
