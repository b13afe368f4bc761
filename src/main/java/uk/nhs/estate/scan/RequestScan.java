package uk.nhs.estate.scan;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.ScanRow;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.Schedule;
import uk.nhs.estate.store.TargetRow;

/// Somebody wants a target looked at now: ahead of everything routine.
@Singleton
public class RequestScan {
  private final Scans scans;
  private final Schedule schedule;
  private final InstantSource clock;

  RequestScan(Scans scans, Schedule schedule, InstantSource clock) {
    this.scans = scans;
    this.schedule = schedule;
    this.clock = clock;
  }

  /// Queues a scan, or gives the one that waits in the queue already.
  ///
  /// @param by who asks
  /// @throws Refusal when the target is retired or its owner has opted out
  @Transactional
  public ScanRow of(TargetRow target, String by) {
    if (!target.isScanned()) {
      throw new Refusal(
          "name",
          target.name()
              + (target.lifecycle().equals("ACTIVE")
                  ? " has opted out of scans: its scan level is 0."
                  : " is retired and is not scanned any more."));
    }
    var now = clock.instant();
    var queued = scans.queue(UUID.randomUUID(), target.id(), now, by);
    schedule.putQueuedFirst(now);
    return scans.find(queued).orElseThrow();
  }
}
