package uk.nhs.estate.settings;

import java.util.List;
import java.util.Locale;
import uk.nhs.estate.register.KnownLogs;

/// `lists/ct-logs.yml` as it is written.
record CtLogsFile(String source, String asOf, List<Line> logs) {
  static final String NAME = "lists/ct-logs.yml";

  /// One log.
  record Line(String name, String operator, String state, String key) {}

  KnownLogs list() {
    return KnownLogs.of(
        logs.stream()
            .map(
                line ->
                    new KnownLogs.Entry(
                        line.name(), line.operator(), state(line.state()), line.key()))
            .toList());
  }

  /// The schema lets no other word pass.
  private static KnownLogs.State state(String word) {
    return KnownLogs.State.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
