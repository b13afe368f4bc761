package uk.nhs.estate.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.nhs.estate.check.Severity;

/// Which checks count, with what thresholds and at what cost. Versioned: a score names its policy.
///
/// @param version such as `2026-11`
/// @param effective the day from which it counts
/// @param costs what an open finding of a severity takes from the 100 points
/// @param costOf rules that cost something else, by id
/// @param off ids of checks that do not count; they are not put to observations
/// @param leastCoverage how much must have been seen for a grade, in per cent
/// @param grades the fewest points for each grade but the last
public record Policy(
    String version,
    LocalDate effective,
    Map<Severity, Integer> costs,
    Map<String, Integer> costOf,
    Set<String> off,
    int leastCoverage,
    Map<Grade, Integer> grades,
    Thresholds thresholds) {

  public Policy {
    costs = Map.copyOf(costs);
    costOf = Map.copyOf(costOf);
    off = Set.copyOf(off);
    grades = Map.copyOf(grades);
  }

  /// The numbers that checks are built with.
  ///
  /// @param certificateNotice how long before a certificate expires we say so
  /// @param hstsAge the shortest `max-age` of HSTS that is not called short
  /// @param signatureNotice how long before the signatures of a zone expire we say so
  /// @param signatureLife the longest life of a zone's signature that is not called long
  /// @param domainExpiry how long before a domain's registration expires we say so
  public record Thresholds(
      Duration certificateNotice,
      Duration hstsAge,
      Duration signatureNotice,
      Duration signatureLife,
      DomainExpiry domainExpiry) {}

  /// How long before a domain's registration expires we say so, louder and louder.
  ///
  /// @param dueForRenewal the first time
  /// @param soon the second
  /// @param aboutTo the last
  public record DomainExpiry(Duration dueForRenewal, Duration soon, Duration aboutTo) {
    public DomainExpiry {
      if (dueForRenewal.compareTo(soon) < 0 || soon.compareTo(aboutTo) < 0) {
        throw new IllegalArgumentException(
            "domain-expiry: due-for-renewal comes before soon, and soon before about-to");
      }
    }
  }

  /// The same policy with more checks turned off.
  public Policy without(Set<String> rules) {
    var all = new HashSet<>(off);
    all.addAll(rules);
    return new Policy(version, effective, costs, costOf, all, leastCoverage, grades, thresholds);
  }

  /// What an open finding of a rule takes from the points.
  public int cost(String rule, Severity severity) {
    return costOf.getOrDefault(rule, costs.getOrDefault(severity, 0));
  }

  /// The best grade that the points reach.
  public Grade grade(int points) {
    for (var grade : Grade.values()) {
      if (grades.containsKey(grade) && points >= grades.get(grade)) {
        return grade;
      }
    }
    return Grade.F;
  }
}
