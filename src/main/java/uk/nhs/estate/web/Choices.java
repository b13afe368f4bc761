package uk.nhs.estate.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.finding.Finding;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.store.Estate;

/// What can be chosen in the filters of lists: values with their words.
public final class Choices {
  private Choices() {}

  public static Map<String, String> grades() {
    var choices = of(Grade.values(), Grade::name);
    choices.put("NONE", "No grade");
    return choices;
  }

  public static Map<String, String> looks() {
    return of(
        Estate.Look.values(),
        look ->
            switch (look) {
              case NEVER -> "Not yet looked at";
              case STALE -> "Out of date";
              case UNCHECKED -> "Could not check everything";
              case OPTED_OUT -> "Opted out";
              case RETIRED -> "Retired";
            });
  }

  public static Map<String, String> severities() {
    return of(Severity.values(), Severity::words);
  }

  /// Besides open, which is what a list shows unless asked otherwise.
  public static Map<String, String> findingStatuses() {
    var choices = of(Finding.Status.values(), status -> Words.status(status.name()));
    choices.remove(Finding.Status.OPEN.name());
    choices.put("ALL", "All");
    return choices;
  }

  public static Map<String, String> types() {
    return of(OrganisationType.values(), OrganisationType::title);
  }

  public static Map<String, String> organisationStatuses() {
    return of(OrganisationStatus.values(), status -> Words.plain(status.name()));
  }

  private static <E extends Enum<E>> Map<String, String> of(E[] values, Function<E, String> words) {
    var choices = new LinkedHashMap<String, String>();
    for (var value : values) {
      choices.put(value.name(), words.apply(value));
    }
    return choices;
  }
}
