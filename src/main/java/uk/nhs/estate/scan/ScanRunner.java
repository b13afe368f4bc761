package uk.nhs.estate.scan;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.probe.Look;
import uk.nhs.estate.probe.LookOrder;
import uk.nhs.estate.store.DkimSelectors;
import uk.nhs.estate.store.PublishedKeys;
import uk.nhs.estate.store.ScanRow;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// One scan from beginning to end. Read this first.
///
/// Two halves, never mixed: *look* goes to the network and holds no database connection; *settle*
/// goes to the database, in one transaction, and to no network.
@Singleton
public class ScanRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ScanRunner.class);

  private final Targets targets;
  private final Scans scans;
  private final DkimSelectors selectors;
  private final PublishedKeys keys;
  private final Look look;
  private final Rules rules;
  private final Settlement settlement;
  private final ScanMetrics metrics;
  private final InstantSource clock;

  ScanRunner(
      Targets targets,
      Scans scans,
      DkimSelectors selectors,
      PublishedKeys keys,
      Look look,
      Rules rules,
      Settlement settlement,
      ScanMetrics metrics,
      InstantSource clock) {
    this.targets = targets;
    this.scans = scans;
    this.selectors = selectors;
    this.keys = keys;
    this.look = look;
    this.rules = rules;
    this.settlement = settlement;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// Scans a target: the scan that waits in the queue, else a routine one.
  ///
  /// @return what came of it; empty when the target is not scanned any more, or when another worker
  ///     has taken the scan over
  /// @throws CancellationException when the process is stopping: the scan is left to the next
  ///     worker
  public Optional<Settlement.Settled> run(long targetId, String worker) {
    var target = targets.find(targetId).filter(TargetRow::isScanned);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    var scan = scans.begin(UUID.randomUUID(), targetId, worker, clock.instant());
    try (var _ = MDC.putCloseable("scan", scan.id().toString());
        var _ = metrics.running()) {
      return run(target.get(), scan);
    }
  }

  private Optional<Settlement.Settled> run(TargetRow target, ScanRow scan) {
    try {
      var observation = look.at(order(target, scan));
      if (Thread.interrupted()) {
        LOG.info("{} is left to the next worker", target.name());
        throw new CancellationException();
      }
      var policy = rules.policy();
      var assessment = new Assessor(rules.checks(policy)).assess(observation);
      assessment
          .broken()
          .forEach(broken -> LOG.error("{} failed", broken.rule().id(), broken.cause()));
      var settled = settlement.settle(target, scan, assessment, policy);
      settled.ifPresentOrElse(
          s -> {
            metrics.ended(scan, s.outcome());
            LOG.info("{} {}: {}", target.kind(), target.name(), s);
          },
          () -> LOG.warn("{} was taken over by another worker", target.name()));
      return settled;
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      scans.failed(scan.id(), scan.attempt(), words(e), clock.instant());
      metrics.failed(scan);
      throw e;
    }
  }

  /// What somebody waits for or is to be confirmed is seen anew; what is due, as the day has it.
  private LookOrder order(TargetRow target, ScanRow scan) {
    var sharedFor = scan.reason().equals("ROUTINE") ? LookOrder.ONCE_A_DAY : LookOrder.ANEW;
    return new LookOrder(
        target.target(),
        target.level(),
        selectors.of(target.id()),
        keys.selectors(target.id()),
        sharedFor);
  }

  private static String words(RuntimeException e) {
    return e.getClass().getSimpleName()
        + Optional.ofNullable(e.getMessage())
            .map(message -> ": " + message.lines().findFirst().orElse(""))
            .orElse("");
  }
}
