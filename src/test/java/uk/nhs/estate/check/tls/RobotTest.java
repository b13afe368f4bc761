package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class RobotTest extends TrialCheckTest {
  RobotTest() {
    super(
        new Robot(),
        Behaviour.ROBOT,
        new TakenUp(""),
        "its answers tell whether RSA padding was right");
  }
}
