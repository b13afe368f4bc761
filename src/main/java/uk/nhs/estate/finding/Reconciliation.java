package uk.nhs.estate.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.finding.Finding.Status;

/// Brings a target's findings up to date with an assessment.
///
/// Observed or nothing: only an observed fail opens, only an observed pass resolves, what does not
/// apply withdraws, and the unknown changes nothing. What must be seen twice is suspected first: a
/// second look opens it or drops it.
public final class Reconciliation {
  private final Assessment assessment;
  private final Instant now;
  private final Duration apart;
  private final Map<FindingKey, Finding> before = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  private Reconciliation(Collection<Finding> findings, Assessment assessment, Duration apart) {
    this.assessment = assessment;
    this.apart = apart;
    this.now = assessment.observation().seenAt();
    findings.forEach(finding -> before.put(finding.key(), finding));
  }

  /// A finding as it stands now.
  ///
  /// @param change what the scan did to it; none when it was open or suspected and still is
  public record Step(Finding finding, @Nullable Change change) {

    /// Whether people are told of it.
    public boolean isTold() {
      return change != null && change.isTold();
    }
  }

  /// What an assessment does to the findings of its target.
  ///
  /// @param findings every finding of the target, open or closed
  /// @param apart how long after the first look another one counts as the second; with zero, one
  ///     look is enough
  /// @return the findings that are new, changed or seen again; the others stay as they are
  public static List<Step> of(Collection<Finding> findings, Assessment assessment, Duration apart) {
    var reconciliation = new Reconciliation(findings, assessment, apart);
    assessment.judgements().forEach(reconciliation::apply);
    reconciliation.withdrawRulesThatCountNoMore();
    return List.copyOf(reconciliation.steps);
  }

  private void apply(Judgement judgement) {
    var rule = judgement.rule();
    switch (judgement.verdict()) {
      case Verdict.Pass _ -> close(rule.id(), Status.RESOLVED, List.of());
      case Verdict.NotApplicable _ -> close(rule.id(), Status.WITHDRAWN, List.of());
      case Verdict.Unknown _ -> {}
      case Verdict.Fail(var faults, var hidden) -> {
        var untouched = new ArrayList<>(hidden);
        var done = new HashSet<String>();
        for (var fault : faults) {
          if (done.add(fault.subject())) {
            var key = new FindingKey(assessment.observation().target(), rule.id(), fault.subject());
            steps.add(seen(key, judgement, fault.evidence()));
          }
          untouched.add(fault.subject());
        }
        if (!hidden.contains(Verdict.Fail.ALL_OTHERS)) {
          close(rule.id(), Status.RESOLVED, untouched);
        }
      }
    }
  }

  private Step seen(FindingKey key, Judgement judgement, String evidence) {
    var rule = judgement.rule();
    var known = before.get(key);
    if (known == null || known.status().isClosed()) {
      int opened = known == null ? 0 : known.opened();
      var suspected = Finding.suspected(key, rule.severity(), evidence, now, opened);
      return waits(rule, suspected) ? new Step(suspected, Change.SUSPECTED) : opened(suspected);
    }
    var stillThere = known.stillThere(rule.severity(), evidence, now);
    return stillThere.isOpen() || waits(rule, stillThere)
        ? new Step(stillThere, null)
        : opened(stillThere);
  }

  private boolean waits(Rule rule, Finding suspected) {
    return rule.mustBeSeenTwice() && now.isBefore(suspected.openedAt().plus(apart));
  }

  private static Step opened(Finding suspected) {
    return new Step(
        suspected.confirmed(), suspected.opened() == 0 ? Change.OPENED : Change.REOPENED);
  }

  private void close(String rule, Status as, Collection<String> untouched) {
    for (var finding : before.values()) {
      if (!finding.status().isClosed()
          && finding.key().rule().equals(rule)
          && !untouched.contains(finding.key().subject())) {
        steps.add(closed(finding, as));
      }
    }
  }

  private Step closed(Finding finding, Status as) {
    if (finding.isSuspected()) {
      return new Step(finding.close(Status.DROPPED, now), Change.DROPPED);
    }
    return new Step(
        finding.close(as, now), as == Status.RESOLVED ? Change.RESOLVED : Change.WITHDRAWN);
  }

  private void withdrawRulesThatCountNoMore() {
    var counted = new HashSet<String>();
    assessment.judgements().forEach(judgement -> counted.add(judgement.rule().id()));
    before.values().stream()
        .map(finding -> finding.key().rule())
        .distinct()
        .filter(rule -> !counted.contains(rule))
        .forEach(rule -> close(rule, Status.WITHDRAWN, List.of()));
  }
}
