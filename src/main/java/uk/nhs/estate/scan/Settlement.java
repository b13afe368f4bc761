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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.finding.Change;
import uk.nhs.estate.finding.Finding;
import uk.nhs.estate.finding.FindingKey;
import uk.nhs.estate.finding.Reconciliation;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.LinkedHosts;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.mail.DkimKeys;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.policy.Rhythm;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OwnSuffixes;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.score.Coverage;
import uk.nhs.estate.score.Score;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.Candidates;
import uk.nhs.estate.store.FactsJson;
import uk.nhs.estate.store.Findings;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.PublishedKeys;
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
  private final PublishedKeys keys;
  private final Candidates candidates;
  private final Rhythm rhythm;
  private final InstantSource clock;

  Settlement(
      Scans scans,
      Observations observations,
      Findings findings,
      Standings standings,
      PublishedKeys keys,
      Candidates candidates,
      ScannerConfig config,
      InstantSource clock) {
    this.scans = scans;
    this.observations = observations;
    this.findings = findings;
    this.standings = standings;
    this.keys = keys;
    this.candidates = candidates;
    this.rhythm = config.rhythm();
    this.clock = clock;
  }

  /// What came of a scan.
  ///
  /// @param again what there is to ask again
  public record Settled(
      Outcome outcome, Map<Change, Long> changes, @Nullable Integer points, Again again) {}

  /// How many looks in a row, this one among them, left something to be asked again.
  ///
  /// @param obstructed those that met an obstacle which may pass
  /// @param suspected those that saw what a second look has to confirm
  public record Again(int obstructed, int suspected) {
    static final Again NOTHING = new Again(0, 0);
  }

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
    keepKeys(target, observation);
    keepCandidates(target, observation);

    var before = findings(target);
    var steps = Reconciliation.of(before.values(), assessment, rhythm.confirmAfter());
    keep(target, scan, steps, at);
    steps.forEach(step -> before.put(step.finding().key(), step.finding()));

    var verdicts =
        LastVerdicts.of(standings.verdicts(target.id()), assessment, rhythm.confirmAfter());
    standings.keepVerdicts(target.id(), verdicts);
    var score = Score.of(before.values(), coverage(verdicts), policy);
    var standing = standings.find(target.id());
    var outcome = outcome(observation);
    var again = again(standing, assessment, verdicts, steps);
    keep(target, scan, score, standing, before.values().stream().toList(), observation, again);

    scans.done(scan.id(), outcome.name(), clock.instant());
    var changes = new LinkedHashMap<Change, Long>();
    for (var step : steps) {
      if (step.change() != null) {
        changes.merge(step.change(), 1L, Long::sum);
      }
    }
    return Optional.of(new Settled(outcome, changes, points(score), again));
  }

  /// Keeps which DKIM keys a domain publishes, so that it can be told who publishes the same.
  private void keepKeys(TargetRow target, Observation observation) {
    if (observation.byTopic().get(Topic.MAIL) instanceof Sighting.Seen(_, MailFacts mail)) {
      var seen = DkimKeys.of(mail);
      keys.keep(
          target.id(),
          observation.seenAt(),
          seen.below().provesThatTheNameDoesNotExist() ? null : seen.answered(),
          seen.found().stream().flatMap(Settlement::found).toList());
    }
  }

  private static Stream<PublishedKeys.Found> found(DkimKeys.Tried tried) {
    return tried.keys().stream()
        .flatMap(key -> key.key().fingerprint().stream())
        .map(
            fingerprint ->
                new PublishedKeys.Found(tried.selector(), fingerprint, tried.alias().orElse(null)));
  }

  /// Keeps which hosts the pages of a site lead to, of which the register may lack some.
  private void keepCandidates(TargetRow target, Observation observation) {
    if (observation.byTopic().get(Topic.HTTP) instanceof Sighting.Seen(_, HttpFacts http)) {
      candidates.see(
          target.id(),
          observation.seenAt(),
          LinkedHosts.of(http).stream().flatMap(Settlement::named).toList());
    }
  }

  private static Stream<Candidates.Named> named(DomainName host) {
    return PublicSuffixes.bundled().registrable(host).stream()
        .map(domain -> new Candidates.Named(host.ascii(), domain.ascii(), OwnSuffixes.have(host)));
  }

  /// Counts on from the look before. Where retries were given up for something that stays hidden,
  /// another check that cannot be made begins them anew.
  private Again again(
      Optional<StandingRow> before,
      Assessment assessment,
      List<VerdictRow> verdicts,
      List<Reconciliation.Step> steps) {
    int obstructed = before.map(StandingRow::obstructed).orElse(0);
    int suspected = before.map(StandingRow::suspected).orElse(0);
    var at = assessment.observation().seenAt();
    if (obstructed > rhythm.retries().size()
        && verdicts.stream().anyMatch(verdict -> at.equals(verdict.unknownSince()))) {
      obstructed = 0;
    }
    return new Again(
        assessment.isWorthAnotherLook() ? obstructed + 1 : 0,
        steps.stream().anyMatch(step -> step.finding().isSuspected()) ? suspected + 1 : 0);
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
    findings.keepChanges(target.id(), scan.id(), at, changes(changed));
    var told = changed.stream().filter(Reconciliation.Step::isTold).toList();
    if (!told.isEmpty()) {
      standings.addToOutbox(at, "FINDINGS_CHANGED", target.id(), scan.id(), changes(told));
    }
  }

  private static String changes(List<Reconciliation.Step> changed) {
    return FactsJson.write(
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
  }

  private void keep(
      TargetRow target,
      ScanRow scan,
      Score score,
      Optional<StandingRow> before,
      List<Finding> all,
      Observation observation,
      Again again) {
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
        again.obstructed(),
        again.suspected());
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
  private static Coverage coverage(List<VerdictRow> verdicts) {
    int seen = (int) verdicts.stream().filter(verdict -> verdict.observedAt() != null).count();
    return new Coverage(seen, verdicts.size());
  }

  private static Outcome outcome(Observation observation) {
    long seen = observation.sightings().stream().filter(Sighting.Seen.class::isInstance).count();
    if (seen == 0) {
      return Outcome.UNSEEN;
    }
    return seen == observation.sightings().size() ? Outcome.SEEN : Outcome.PARTLY_SEEN;
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
    row.put("opened", finding.opened());
    return row;
  }
}
