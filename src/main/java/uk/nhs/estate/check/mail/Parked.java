package uk.nhs.estate.check.mail;

import java.util.function.Supplier;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailUse;

/// Divides domains that are used for mail from those that are not: what a missing record means, and
/// what to publish instead, differs so much that each has rules of its own.
final class Parked {
  private Parked() {}

  /// Judges a domain that exists and is not used for mail.
  static Verdict ofUnused(MailFacts mail, Supplier<Verdict> judge) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ ->
            switch (MailUse.of(mail)) {
              case MailUse.Unused _ -> judge.get();
              case MailUse.Used _ -> new Verdict.NotApplicable("it is used for mail");
              case MailUse.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
            });
  }

  /// Leaves a failure to the rules for domains that are not used for mail, if it is one: they say
  /// the same of them, and what to do instead.
  static Verdict unlessUnused(MailFacts mail, Verdict verdict) {
    if (!(verdict instanceof Verdict.Fail)) {
      return verdict;
    }
    return switch (MailUse.of(mail)) {
      case MailUse.Used _ -> verdict;
      case MailUse.Unused(var why) -> new Verdict.NotApplicable("it is not used for mail: " + why);
      case MailUse.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
    };
  }
}
