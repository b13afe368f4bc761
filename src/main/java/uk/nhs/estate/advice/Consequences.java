package uk.nhs.estate.advice;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Topic;

/// What the checks would say otherwise than today were a proposal carried out.
///
/// A fault that could not be checked under the proposal is neither closed nor kept.
///
/// @param opens faults that there would be, and are not there today
/// @param closes faults of today that there would not be any more
/// @param stays faults of today that there would still be, with what would be seen
/// @param unchecked what could not be checked under the proposal
public record Consequences(
    List<Found> opens, List<Found> closes, List<Found> stays, List<Unchecked> unchecked) {

  public Consequences {
    opens = List.copyOf(opens);
    closes = List.copyOf(closes);
    stays = List.copyOf(stays);
    unchecked = List.copyOf(unchecked);
  }

  /// A fault with its rule.
  public record Found(Rule rule, Fault fault) {
    private boolean isSame(Found other) {
      return rule.equals(other.rule) && fault.subject().equals(other.fault.subject());
    }
  }

  /// A check that could not be made, or not of everything.
  public record Unchecked(Rule rule, String reason) {}

  /// Compares what the checks say.
  ///
  /// @param today what was seen
  /// @param proposed the same with the proposal in it
  /// @param topic what the proposal is about: checks that need it are made, unless they need what
  ///     the observation does not have
  public static Consequences of(
      Observation today, Observation proposed, Topic topic, List<Check> checks) {
    var topics = proposed.byTopic().keySet();
    var assessor =
        new Assessor(
            checks.stream()
                .filter(check -> check.needs().contains(topic))
                .filter(check -> topics.containsAll(check.needs()))
                .toList());
    var before = faults(assessor.assess(today).judgements());
    var judged = assessor.assess(proposed).judgements();
    var after = faults(judged);
    return new Consequences(
        after.stream().filter(one -> before.stream().noneMatch(one::isSame)).toList(),
        before.stream()
            .filter(one -> after.stream().noneMatch(one::isSame))
            .filter(one -> judged.stream().noneMatch(judgement -> hides(judgement, one)))
            .toList(),
        after.stream().filter(one -> before.stream().anyMatch(one::isSame)).toList(),
        judged.stream().flatMap(Consequences::unchecked).toList());
  }

  private static List<Found> faults(List<Judgement> judgements) {
    return judgements.stream().flatMap(Consequences::faults).toList();
  }

  private static Stream<Found> faults(Judgement judgement) {
    return judgement.verdict() instanceof Verdict.Fail(var faults, _)
        ? faults.stream().map(fault -> new Found(judgement.rule(), fault))
        : Stream.of();
  }

  private static Stream<Unchecked> unchecked(Judgement judgement) {
    return switch (judgement.verdict()) {
      case Verdict.Unknown(var reason, _) -> Stream.of(new Unchecked(judgement.rule(), reason));
      case Verdict.Fail(_, var hidden) ->
          hidden.stream().map(subject -> new Unchecked(judgement.rule(), couldNotSee(subject)));
      case Verdict.Pass _, Verdict.NotApplicable _ -> Stream.of();
    };
  }

  private static String couldNotSee(String subject) {
    return subject.equals(Verdict.Fail.ALL_OTHERS)
        ? "could not see all pages"
        : "could not see " + subject;
  }

  private static boolean hides(Judgement judgement, Found found) {
    return judgement.rule().equals(found.rule())
        && switch (judgement.verdict()) {
          case Verdict.Unknown _ -> true;
          case Verdict.Fail(_, var hidden) ->
              hidden.contains(found.fault().subject()) || hidden.contains(Verdict.Fail.ALL_OTHERS);
          case Verdict.Pass _, Verdict.NotApplicable _ -> false;
        };
  }
}
