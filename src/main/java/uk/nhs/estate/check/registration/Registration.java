package uk.nhs.estate.check.registration;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.text.RdapDomain;

/// What the checks of a registration have in common.
///
/// A registry that cannot be asked, that does not know the name or leaves out what we need hides
/// the answer: `Unknown`, which keeps open what was open. Above all a name that has just been
/// deleted is not found: a finding that says so must not be withdrawn then. Only of names that are
/// kept apart is it known that there is nothing to say: `NotApplicable`.
final class Registration {
  /// Shows what the registry says.
  static final String COMMAND = "curl -sL https://rdap.org/domain/{name}";

  private Registration() {}

  /// Judges what the registry has answered.
  static Verdict judge(RegistrationFacts facts, Function<RdapDomain, Verdict> judge) {
    return switch (facts.outcome()) {
      case RegistrationFacts.Answered answered ->
          answered
              .domain()
              .map(judge)
              .orElse(new Verdict.Unknown("the registry's answer cannot be read"));
      case RegistrationFacts.NotFound _ ->
          new Verdict.Unknown("the registry's service does not know " + facts.name());
      case RegistrationFacts.NoService _ ->
          new Verdict.Unknown("no RDAP service is known for " + facts.name());
      case RegistrationFacts.KeptApart apart -> new Verdict.NotApplicable(apart.words());
    };
  }

  /// Judges the statuses that the registry has given; one that gives none may not use them.
  static Verdict judgeStatuses(RegistrationFacts facts, Function<RdapDomain, Verdict> judge) {
    return judge(
        facts,
        domain ->
            domain.statuses().isEmpty()
                ? new Verdict.Unknown("the registry gives no status")
                : judge.apply(domain));
  }

  /// Finds a name that has one of some statuses.
  static Verdict hasNone(RegistrationFacts facts, List<String> statuses) {
    return judgeStatuses(
        facts,
        domain ->
            Verdict.ofFaults(
                statuses.stream()
                    .filter(domain::has)
                    .map(status -> new Fault(status, statuses(domain)))
                    .toList()));
  }

  /// The statuses in words.
  static String statuses(RdapDomain domain) {
    return "status: " + String.join(", ", domain.statuses());
  }

  /// Judges when the registration ends.
  static Verdict judgeEnd(RegistrationFacts facts, Function<Instant, Verdict> judge) {
    return judge(
        facts,
        domain ->
            domain
                .expires()
                .map(judge)
                .orElse(new Verdict.Unknown("the registry gives no date of expiry")));
  }

  /// Finds a registration that ends within a time, unless it ends within a shorter one, of which
  /// another check speaks.
  ///
  /// @param shorterSays what is said of it then
  static Verdict lasts(
      RegistrationFacts facts, Duration notice, Duration shorter, String shorterSays) {
    return judgeEnd(
        facts,
        end -> {
          var left = left(facts, end);
          return left.compareTo(shorter) <= 0
              ? new Verdict.NotApplicable(shorterSays)
              : Verdict.passIf(left.compareTo(notice) > 0, until(end));
        });
  }

  /// How long a registration lasts from when it was seen.
  static Duration left(RegistrationFacts facts, Instant end) {
    return Duration.between(facts.seenAt().truncatedTo(SECONDS), end);
  }

  static String until(Instant end) {
    return "registered until " + end;
  }
}
