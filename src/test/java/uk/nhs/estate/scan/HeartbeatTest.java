package uk.nhs.estate.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  @Test
  void comesEverySecondUntilThereAreTooManyScansForThat() {
    assertThat(ScanSchedule.heartbeat(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(ScanSchedule.heartbeat(40)).isEqualTo(Duration.ofSeconds(1));
    assertThat(ScanSchedule.heartbeat(160)).isEqualTo(Duration.ofSeconds(4));
  }
}
