package uk.nhs.estate.finding;

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
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.finding.Finding.Status;

/// Brings a target's findings up to date with an assessment.
///
/// Observed or nothing: only an observed fail opens, only an observed pass resolves, what does not
/// apply withdraws, and the unknown changes nothing.
public final class Reconciliation {
  private final Assessment assessment;
  private final Instant now;
  private final Map<FindingKey, Finding> before = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  private Reconciliation(Collection<Finding> findings, Assessment assessment) {
    this.assessment = assessment;
    this.now = assessment.observation().seenAt();
    findings.forEach(finding -> before.put(finding.key(), finding));
  }

  /// A finding as it stands now.
  ///
  /// @param change what the scan did to it; none when it was open and still is
  public record Step(Finding finding, @Nullable Change change) {}

  /// What an assessment does to the findings of its target.
  ///
  /// @param findings every finding of the target, open or closed
  /// @return the findings that are new, changed or seen again; the others stay as they are
  public static List<Step> of(Collection<Finding> findings, Assessment assessment) {
    var reconciliation = new Reconciliation(findings, assessment);
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
        close(rule.id(), Status.RESOLVED, untouched);
      }
    }
  }

  private Step seen(FindingKey key, Judgement judgement, String evidence) {
    var severity = judgement.rule().severity();
    var known = before.get(key);
    if (known == null) {
      return new Step(Finding.open(key, severity, evidence, now), Change.OPENED);
    }
    return known.isOpen()
        ? new Step(known.stillThere(severity, evidence, now), null)
        : new Step(known.reopen(severity, evidence, now), Change.REOPENED);
  }

  private void close(String rule, Status as, Collection<String> untouched) {
    for (var finding : before.values()) {
      if (finding.isOpen()
          && finding.key().rule().equals(rule)
          && !untouched.contains(finding.key().subject())) {
        steps.add(
            new Step(
                finding.close(as, now),
                as == Status.RESOLVED ? Change.RESOLVED : Change.WITHDRAWN));
      }
    }
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
