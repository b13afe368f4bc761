package uk.nhs.estate.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.store.VerdictRow;

/// Brings the kept verdicts of a target up to date with an assessment. Pure.
///
/// An observed verdict is kept at once. A check that could not be made leaves the verdict before it
/// standing, with its own date, until a second look could not make it either; one that another look
/// could not make either says so at once.
final class LastVerdicts {
  private LastVerdicts() {}

  /// The verdicts to keep, one for each judgement.
  ///
  /// @param apart how long after the first look another one counts as the second
  static List<VerdictRow> of(List<VerdictRow> before, Assessment assessment, Duration apart) {
    Map<String, VerdictRow> known =
        before.stream().collect(Collectors.toMap(VerdictRow::rule, Function.identity()));
    var at = assessment.observation().seenAt();
    return assessment.judgements().stream()
        .map(judgement -> next(known.get(judgement.rule().id()), judgement, at, apart))
        .sorted(Comparator.comparing(VerdictRow::rule))
        .toList();
  }

  private static VerdictRow next(
      @Nullable VerdictRow before, Judgement judgement, Instant at, Duration apart) {
    return switch (judgement.verdict()) {
      case Verdict.Pass _ -> observed(judgement, "PASS", "", at);
      case Verdict.Fail(var faults, _) ->
          observed(judgement, "FAIL", faults.getFirst().evidence(), at);
      case Verdict.NotApplicable(var reason) -> observed(judgement, "NOT_APPLICABLE", reason, at);
      case Verdict.Unknown unknown -> unknown(before, judgement.rule().id(), unknown, at, apart);
    };
  }

  private static VerdictRow observed(
      Judgement judgement, String outcome, String reason, Instant at) {
    return new VerdictRow(judgement.rule().id(), outcome, reason, at, at, null);
  }

  private static VerdictRow unknown(
      @Nullable VerdictRow before,
      String rule,
      Verdict.Unknown unknown,
      Instant at,
      Duration apart) {
    if (before == null) {
      var outcome = unknown.mayPass() ? VerdictRow.PENDING : VerdictRow.UNKNOWN;
      return new VerdictRow(rule, outcome, unknown.reason(), at, null, at);
    }
    var since = before.unknownSince() == null ? at : before.unknownSince();
    boolean shown =
        !unknown.mayPass()
            || before.outcome().equals(VerdictRow.UNKNOWN)
            || !at.isBefore(since.plus(apart));
    return shown
        ? new VerdictRow(rule, VerdictRow.UNKNOWN, unknown.reason(), at, before.observedAt(), since)
        : new VerdictRow(
            rule, before.outcome(), before.reason(), before.judgedAt(), before.observedAt(), since);
  }
}
