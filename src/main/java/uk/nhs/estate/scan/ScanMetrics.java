package uk.nhs.estate.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import uk.nhs.estate.store.ScanRow;
import uk.nhs.estate.store.Schedule;

/// Scans in numbers, for Prometheus.
@Singleton
class ScanMetrics {
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final AtomicInteger running = new AtomicInteger();

  ScanMetrics(MeterRegistry registry, Schedule schedule, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    registry.gauge("estate.scans.running", running);
    registry.gauge("estate.scans.queue.age.seconds", schedule, s -> s.queueAge(clock.instant()));
    registry.gauge("estate.scans.due", schedule, s -> s.due(clock.instant()));
  }

  /// What counts a running scan down when it ends.
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  Running running() {
    running.incrementAndGet();
    return running::decrementAndGet;
  }

  void ended(ScanRow scan, Settlement.Outcome outcome) {
    record(scan, outcome.name());
  }

  void failed(ScanRow scan) {
    record(scan, "FAILED");
  }

  private void record(ScanRow scan, String outcome) {
    var begun = scan.startedAt() == null ? scan.requestedAt() : scan.startedAt();
    Timer.builder("estate.scans")
        .description("Scans that ended, and how long they took")
        .tag("kind", scan.kind())
        .tag("reason", scan.reason())
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .register(registry)
        .record(Duration.between(begun, clock.instant()));
  }
}
