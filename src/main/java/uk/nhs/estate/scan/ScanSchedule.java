package uk.nhs.estate.scan;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.estate.policy.Rhythm;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.FactsJson;
import uk.nhs.estate.store.Schedule;

/// Looks at each target when it is due. Several processes on one database share the work: a target
/// is taken by one of them, and taken over in seconds when that one dies.
@Context
@Requires(property = "estate.worker", value = "true")
public class ScanSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(ScanSchedule.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /// What the heartbeat of one scan may take of the time between two, on a machine that is busy:
  /// with many scans at once they come less often, or live ones would be taken for dead.
  private static final Duration ONE_BEAT = Duration.ofMillis(25);

  private static final int MISSED_HEARTBEATS = 4;
  private static final int BATCH = 1000;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration UPKEEP = Duration.ofSeconds(5);

  /// How long a stop waits for scans that run; what is cut off then is taken up by the next worker.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Schedule schedule;
  private final ScanRunner runner;
  private final Rhythm rhythm;
  private final InstantSource clock;
  private final String worker = new SchedulerName.Hostname().getName() + "-" + UUID.randomUUID();
  private final ExecutorService scans = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService upkeep =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule-upkeep").factory());
  private final Scheduler scheduler;

  ScanSchedule(
      DataSource dataSource,
      DataSourceResolver resolver,
      Schedule schedule,
      ScanRunner runner,
      ScannerConfig config,
      InstantSource clock) {
    this.schedule = schedule;
    this.runner = runner;
    this.rhythm = config.rhythm();
    this.clock = clock;
    this.scheduler =
        Scheduler.create(
                resolver.resolve(dataSource),
                Tasks.custom(Schedule.TASK, Void.class)
                    .onDeadExecutionRevive()
                    .onFailure(this::lookAgainLater)
                    .execute((instance, _) -> scan(instance.getId())))
            .schedulerName(() -> worker)
            .threads(config.scansAtOnce())
            .executorService(scans)
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(POLL)
            .heartbeatInterval(heartbeat(config.scansAtOnce()))
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .enablePriority()
            .shutdownMaxWait(PATIENCE)
            .failureLogging(LogLevel.ERROR, true)
            .clock(clock::instant)
            .build();
  }

  @PostConstruct
  void start() {
    keepUp();
    upkeep.scheduleWithFixedDelay(
        this::keepUp, UPKEEP.toMillis(), UPKEEP.toMillis(), TimeUnit.MILLISECONDS);
    scheduler.start();
  }

  @PreDestroy
  void stop() {
    upkeep.shutdownNow();
    scheduler.stop();
    scans.close();
  }

  static Duration heartbeat(int scansAtOnce) {
    var all = ONE_BEAT.multipliedBy(scansAtOnce);
    return all.compareTo(HEARTBEAT) > 0 ? all : HEARTBEAT;
  }

  private CompletionHandler<Void> scan(String targetId) {
    try {
      var settled = runner.run(Long.parseLong(targetId), worker);
      var again = settled.map(Settlement.Settled::again).orElse(Settlement.Again.NOTHING);
      return (complete, operations) -> {
        operations.reschedule(
            complete,
            rhythm.next(targetId, clock.instant(), again.obstructed(), again.suspected()));
        schedule.calmDown(targetId);
        schedule.putFirstIfQueued(targetId, clock.instant());
      };
    } catch (CancellationException _) {
      return (complete, operations) -> operations.reschedule(complete, clock.instant());
    }
  }

  private void lookAgainLater(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    var execution = complete.getExecution();
    operations.reschedule(
        complete,
        rhythm.next(execution.getId(), clock.instant(), execution.consecutiveFailures + 1, 0));
  }

  /// Schedules new targets, takes retired ones off, and puts what somebody waits for first.
  private void keepUp() {
    try {
      schedule.removeRetired();
      for (var missing = schedule.missing(BATCH);
          !missing.isEmpty();
          missing = schedule.missing(BATCH)) {
        var now = clock.instant();
        schedule.add(
            FactsJson.write(
                missing.stream()
                    .map(
                        target ->
                            Map.of(
                                "id",
                                target.id(),
                                "at",
                                rhythm.first(Long.toString(target.id()), now)))
                    .toList()));
      }
      schedule.putQueuedFirst(clock.instant());
    } catch (RuntimeException e) {
      LOG.error("The schedule could not be kept up; trying again in {}", UPKEEP, e);
    }
  }
}
