package uk.nhs.estate.score;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.finding.Finding;
import uk.nhs.estate.finding.Reconciliation;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.policy.Policy;

/// How a target stands: 100 points less what its open findings cost.
///
/// @param points from 0 to 100
/// @param grade the letter; none while too little has been seen to give one
/// @param policy the version of the policy that set the costs
/// @param ledger what each rule with an open finding costs, the most costly first
public record Score(
    int points, @Nullable Grade grade, Coverage coverage, String policy, List<Cost> ledger) {

  public Score {
    ledger = List.copyOf(ledger);
  }

  /// What a rule with open findings takes from the points; mending it gives as much back, as far as
  /// the points are not below zero already.
  public record Cost(String rule, int points) {}

  /// The score that one look alone gives: it counts everything that was seen, once. Empty if
  /// nothing could be seen.
  public static Optional<Score> ofOneLook(Assessment assessment, Policy policy) {
    var open =
        Reconciliation.of(List.of(), assessment, Duration.ZERO).stream()
            .map(Reconciliation.Step::finding)
            .toList();
    int all = assessment.judgements().size();
    int seen =
        (int)
            assessment.judgements().stream()
                .filter(judgement -> !(judgement.verdict() instanceof Verdict.Unknown))
                .count();
    return seen == 0 ? Optional.empty() : Optional.of(of(open, new Coverage(seen, all), policy));
  }

  /// The score for open findings. A rule costs once, however many subjects it is open for.
  ///
  /// @param findings the target's findings; closed ones are passed over
  public static Score of(Collection<Finding> findings, Coverage coverage, Policy policy) {
    var rules = new TreeSet<String>();
    var ledger = new ArrayList<Cost>();
    for (var finding : findings) {
      if (finding.isOpen() && rules.add(finding.key().rule())) {
        ledger.add(
            new Cost(finding.key().rule(), policy.cost(finding.key().rule(), finding.severity())));
      }
    }
    ledger.sort(Comparator.comparingInt(Cost::points).reversed().thenComparing(Cost::rule));
    int points = Math.max(0, 100 - ledger.stream().mapToInt(Cost::points).sum());
    var grade = coverage.percent() < policy.leastCoverage() ? null : policy.grade(points);
    return new Score(points, grade, coverage, policy.version(), ledger);
  }
}
