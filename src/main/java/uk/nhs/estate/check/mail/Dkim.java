package uk.nhs.estate.check.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DkimKeys;
import uk.nhs.estate.observation.mail.DkimKeys.Tried;
import uk.nhs.estate.observation.mail.MailUse;
import uk.nhs.estate.observation.text.DkimKey;

/// What the checks of DKIM keys have in common: each judges every key that was found, by its
/// selector.
final class Dkim {

  /// Shows the key at a selector.
  static final String COMMAND = "dig SELECTOR._domainkey.{name} TXT +short";

  private Dkim() {}

  /// Judges what only matters where mail is used.
  static Verdict ofUsed(MailFacts mail, Supplier<Verdict> judge) {
    return switch (MailUse.of(mail)) {
      case MailUse.Used _ -> judge.get();
      case MailUse.Unused(var why) -> new Verdict.NotApplicable(why);
      case MailUse.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
    };
  }

  /// Judges the keys of a domain that uses mail.
  ///
  /// @param fault what is wrong with a key, if something is
  static Verdict keysOfUsed(MailFacts mail, Function<DkimKey, Optional<String>> fault) {
    return ofUsed(mail, () -> keys(mail, fault));
  }

  /// Judges the keys of a domain, whether or not it uses mail.
  ///
  /// @param fault what is wrong with a key, if something is
  static Verdict keys(MailFacts mail, Function<DkimKey, Optional<String>> fault) {
    return selectors(
        mail,
        tried -> {
          var wrong =
              tried.keys().stream()
                  .map(fault)
                  .flatMap(Optional::stream)
                  .distinct()
                  .collect(Collectors.joining("; "));
          return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
        });
  }

  /// Judges the selectors at which there is a key.
  static Verdict selectors(MailFacts mail, Function<Tried, Optional<String>> fault) {
    if (mail.txt().provesThatTheNameDoesNotExist()) {
      return new Verdict.NotApplicable("the name does not exist");
    }
    var keys = DkimKeys.of(mail);
    if (keys.found().isEmpty()) {
      return keys.obstacle()
          .<Verdict>map(Verdict.Unknown::new)
          .orElseGet(() -> new Verdict.NotApplicable("no DKIM key was found"));
    }
    return faults(keys.found(), keys.tried(), fault);
  }

  /// Looks for faults at some of the selectors.
  ///
  /// @param tried all that matter; those that could not be asked are hidden
  static Verdict faults(
      List<Tried> judged, List<Tried> tried, Function<Tried, Optional<String>> fault) {
    var faults = new ArrayList<Fault>();
    for (var one : judged) {
      fault
          .apply(one)
          .map(wrong -> new Fault(one.selector(), wrong + byWayOf(one)))
          .ifPresent(faults::add);
    }
    var hidden = tried.stream().filter(one -> one.obstacle().isPresent()).toList();
    if (!faults.isEmpty()) {
      return new Verdict.Fail(faults, hidden.stream().map(Tried::selector).toList());
    }
    return hidden.isEmpty()
        ? new Verdict.Pass()
        : new Verdict.Unknown(
            "could not ask for "
                + hidden.stream().map(one -> one.lookup().name()).collect(Collectors.joining(", ")),
            hidden.stream()
                .flatMap(one -> one.obstacle().stream())
                .anyMatch(obstacle -> obstacle.kind().mayPass()));
  }

  /// Whose key it is when the selector is an alias.
  private static String byWayOf(Tried tried) {
    return tried.alias().map(alias -> " (kept at " + alias + ")").orElse("");
  }

  /// Why there is no key at a selector that was asked.
  static String absence(Tried tried) {
    if (tried.byWildcard()) {
      return "it has no record of its own; a wildcard answers for it: "
          + String.join(", ", tried.lookup().data());
    }
    return switch (tried.lookup().answer()) {
      case Lookup.Found(_, var records) ->
          records.size() == 1 ? "its TXT record is no key" : "its TXT records are no keys";
      case Lookup.Absent absent -> absent.words().getLast();
      case Lookup.Unasked(var obstacle) -> obstacle.words();
    };
  }
}
