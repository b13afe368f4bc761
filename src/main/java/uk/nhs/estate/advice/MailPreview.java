package uk.nhs.estate.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Domain;

/// What the checks of a domain's mail would say otherwise than today were a proposal published.
///
/// A fault that could not be checked under the proposal is neither closed nor kept.
///
/// @param opens faults that there would be, and are not there today
/// @param closes faults of today that there would not be any more
/// @param stays faults of today that there would still be, with what would be seen
/// @param unchecked what could not be checked under the proposal
public record MailPreview(
    List<Found> opens, List<Found> closes, List<Found> stays, List<Unchecked> unchecked) {

  public MailPreview {
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
  /// @param checks of all topics; those that need nothing but mail are made
  public static MailPreview of(
      Domain domain, MailFacts today, MailFacts proposed, List<Check> checks) {
    var assessor =
        new Assessor(
            checks.stream().filter(check -> check.needs().equals(Set.of(Topic.MAIL))).toList());
    var before = judgements(assessor, domain, today).stream().flatMap(MailPreview::faults).toList();
    var judged = judgements(assessor, domain, proposed);
    var after = judged.stream().flatMap(MailPreview::faults).toList();
    var hidden = new ArrayList<Unchecked>();
    judged.stream().flatMap(MailPreview::unchecked).forEach(hidden::add);
    return new MailPreview(
        after.stream().filter(one -> before.stream().noneMatch(one::isSame)).toList(),
        before.stream()
            .filter(one -> after.stream().noneMatch(one::isSame))
            .filter(one -> judged.stream().noneMatch(judgement -> hides(judgement, one)))
            .toList(),
        after.stream().filter(one -> before.stream().anyMatch(one::isSame)).toList(),
        hidden);
  }

  private static List<Judgement> judgements(Assessor assessor, Domain domain, MailFacts mail) {
    return assessor
        .assess(
            new Observation(domain, mail.seenAt(), List.of(new Sighting.Seen(Topic.MAIL, mail))))
        .judgements();
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
          hidden.stream()
              .map(subject -> new Unchecked(judgement.rule(), "could not see " + subject));
      case Verdict.Pass _, Verdict.NotApplicable _ -> Stream.of();
    };
  }

  private static boolean hides(Judgement judgement, Found found) {
    return judgement.rule().equals(found.rule())
        && switch (judgement.verdict()) {
          case Verdict.Unknown _ -> true;
          case Verdict.Fail(_, var hidden) -> hidden.contains(found.fault().subject());
          case Verdict.Pass _, Verdict.NotApplicable _ -> false;
        };
  }
}
