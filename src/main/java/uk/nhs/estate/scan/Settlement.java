package uk.nhs.estate.scan;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.finding.Change;
import uk.nhs.estate.finding.Finding;
import uk.nhs.estate.finding.FindingKey;
import uk.nhs.estate.finding.Reconciliation;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.score.Coverage;
import uk.nhs.estate.score.Score;
import uk.nhs.estate.store.FactsJson;
import uk.nhs.estate.store.Findings;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.ScanRow;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.StandingRow;
import uk.nhs.estate.store.Standings;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.VerdictRow;

/// Writes what a look brought back: all of it in one transaction, or nothing.
@Singleton
public class Settlement {
  private final Scans scans;
  private final Observations observations;
  private final Findings findings;
  private final Standings standings;
  private final InstantSource clock;

  Settlement(
      Scans scans,
      Observations observations,
      Findings findings,
      Standings standings,
      InstantSource clock) {
    this.scans = scans;
    this.observations = observations;
    this.findings = findings;
    this.standings = standings;
    this.clock = clock;
  }

  /// What came of a scan.
  ///
  /// @param obstructed looks in a row, this one among them, that met an obstacle which may pass
  public record Settled(
      Outcome outcome, Map<Change, Long> changes, @Nullable Integer points, int obstructed) {}

  /// How much a look brought back.
  public enum Outcome {
    SEEN,
    PARTLY_SEEN,
    UNSEEN
  }

  /// Settles a scan.
  ///
  /// @return empty when another worker has begun the scan since, so that nothing was written
  @Transactional
  public Optional<Settled> settle(
      TargetRow target, ScanRow scan, Assessment assessment, Policy policy) {
    if (scans.lock(scan.id(), scan.attempt()).isEmpty()) {
      return Optional.empty();
    }
    var observation = assessment.observation();
    var at = observation.seenAt();
    observations.keep(target.id(), scan.id(), observation);

    var before = findings(target);
    var steps = Reconciliation.of(before.values(), assessment);
    keep(target, scan, steps, at);
    steps.forEach(step -> before.put(step.finding().key(), step.finding()));

    standings.keepVerdicts(target.id(), at, FactsJson.write(verdicts(assessment)));
    var score = Score.of(before.values(), coverage(target, assessment), policy);
    var standing = standings.find(target.id());
    var outcome = outcome(observation);
    int obstructed = mayPass(observation) ? standing.map(StandingRow::obstructed).orElse(0) + 1 : 0;
    keep(target, scan, score, standing, before.values().stream().toList(), observation, obstructed);

    scans.done(scan.id(), outcome.name(), clock.instant());
    var changes = new LinkedHashMap<Change, Long>();
    for (var step : steps) {
      if (step.change() != null) {
        changes.merge(step.change(), 1L, Long::sum);
      }
    }
    return Optional.of(new Settled(outcome, changes, points(score), obstructed));
  }

  private Map<FindingKey, Finding> findings(TargetRow target) {
    var all = new LinkedHashMap<FindingKey, Finding>();
    for (var row : findings.ofTarget(target.id())) {
      var finding = row.finding(target.target());
      all.put(finding.key(), finding);
    }
    return all;
  }

  private void keep(TargetRow target, ScanRow scan, List<Reconciliation.Step> steps, Instant at) {
    if (steps.isEmpty()) {
      return;
    }
    findings.keep(
        target.id(), FactsJson.write(steps.stream().map(step -> row(step.finding())).toList()));
    var changed = steps.stream().filter(step -> step.change() != null).toList();
    if (changed.isEmpty()) {
      return;
    }
    var rows =
        FactsJson.write(
            changed.stream()
                .map(
                    step ->
                        Map.of(
                            "rule", step.finding().key().rule(),
                            "subject", step.finding().key().subject(),
                            "change", Objects.requireNonNull(step.change()),
                            "severity", step.finding().severity(),
                            "evidence", step.finding().evidence()))
                .toList());
    findings.keepChanges(target.id(), scan.id(), at, rows);
    standings.addToOutbox(at, "FINDINGS_CHANGED", target.id(), scan.id(), rows);
  }

  private void keep(
      TargetRow target,
      ScanRow scan,
      Score score,
      Optional<StandingRow> before,
      List<Finding> all,
      Observation observation,
      int obstructed) {
    var points = points(score);
    var at = observation.seenAt();
    if (points != null && (before.isEmpty() || differs(before.get(), score))) {
      var grade = score.grade() == null ? null : score.grade().name();
      standings.addScore(target.id(), scan.id(), at, points, grade, score.policy());
    }
    standings.keep(
        target.id(),
        points,
        score.grade() == null ? null : score.grade().name(),
        score.policy(),
        score.coverage().seen(),
        score.coverage().all(),
        open(all, Severity.URGENT),
        open(all, Severity.ADVISORY),
        open(all, Severity.INFORMATIONAL),
        FactsJson.write(score.ledger()),
        at,
        outcome(observation) == Outcome.UNSEEN ? null : at,
        obstructed);
  }

  private static boolean differs(StandingRow before, Score score) {
    return !Objects.equals(before.points(), score.points())
        || !before.policy().equals(score.policy())
        || !Objects.equals(before.grade(), score.grade() == null ? null : score.grade().name());
  }

  /// Nothing seen yet is no score: not 100 points.
  private static @Nullable Integer points(Score score) {
    return score.coverage().seen() == 0 ? null : score.points();
  }

  private static int open(List<Finding> all, Severity severity) {
    return (int) all.stream().filter(f -> f.isOpen() && f.severity() == severity).count();
  }

  /// Counts every check that has ever been observed on this target, so that a hidden look takes
  /// nothing away.
  private Coverage coverage(TargetRow target, Assessment assessment) {
    var observed =
        standings.verdicts(target.id()).stream()
            .filter(verdict -> verdict.observedAt() != null)
            .map(VerdictRow::rule)
            .toList();
    int seen =
        (int)
            assessment.judgements().stream()
                .filter(judgement -> observed.contains(judgement.rule().id()))
                .count();
    return new Coverage(seen, assessment.judgements().size());
  }

  private static Outcome outcome(Observation observation) {
    long seen = observation.sightings().stream().filter(Sighting.Seen.class::isInstance).count();
    if (seen == 0) {
      return Outcome.UNSEEN;
    }
    return seen == observation.sightings().size() ? Outcome.SEEN : Outcome.PARTLY_SEEN;
  }

  private static boolean mayPass(Observation observation) {
    return observation.sightings().stream()
        .anyMatch(
            sighting ->
                sighting instanceof Sighting.Unseen(_, var obstacle) && obstacle.kind().mayPass());
  }

  private static List<Map<String, Object>> verdicts(Assessment assessment) {
    return assessment.judgements().stream().map(Settlement::row).toList();
  }

  private static Map<String, Object> row(Judgement judgement) {
    return switch (judgement.verdict()) {
      case Verdict.Pass _ -> row(judgement, "PASS", "");
      case Verdict.Fail(var faults, _) -> row(judgement, "FAIL", faults.getFirst().evidence());
      case Verdict.NotApplicable(var reason) -> row(judgement, "NOT_APPLICABLE", reason);
      case Verdict.Unknown(var reason) -> row(judgement, "UNKNOWN", reason);
    };
  }

  private static Map<String, Object> row(Judgement judgement, String outcome, String reason) {
    return Map.of("rule", judgement.rule().id(), "outcome", outcome, "reason", reason);
  }

  private static Map<String, @Nullable Object> row(Finding finding) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("rule", finding.key().rule());
    row.put("subject", finding.key().subject());
    row.put("severity", finding.severity());
    row.put("status", finding.status());
    row.put("evidence", finding.evidence());
    row.put("opened_at", finding.openedAt());
    row.put("last_seen_at", finding.lastSeenAt());
    row.put("closed_at", finding.closedAt());
    row.put("reopened", finding.reopened());
    return row;
  }
}
