package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class CcsInjectionTest extends TrialCheckTest {
  CcsInjectionTest() {
    super(
        new CcsInjection(),
        Behaviour.CCS_INJECTION,
        new TakenUp(""),
        "it lets an early ChangeCipherSpec through");
  }
}
