package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class CompressionOfferedTest extends TrialCheckTest {
  CompressionOfferedTest() {
    super(
        new CompressionOffered(),
        Behaviour.COMPRESSION,
        new TakenUp(""),
        "it agrees on compression");
  }
}
