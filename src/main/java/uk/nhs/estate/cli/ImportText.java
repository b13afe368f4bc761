package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.intake.Note;
import uk.nhs.estate.store.ImportOutcome;
import uk.nhs.estate.store.ImportTally;
import uk.nhs.estate.store.RowExplanation;

/// Tells it to people: the counts of each file, and the first rows of each sort.
///
/// Rows that name no website are only counted.
final class ImportText extends ImportNews {
  private static final int SHOWN = 10;

  private record Sort(String file, RowExplanation.Outcome outcome) {}

  private final PrintWriter out;
  private final Map<Sort, List<RowExplanation>> first = new LinkedHashMap<>();
  private final Map<Sort, Long> counts = new LinkedHashMap<>();
  private boolean again;

  ImportText(PrintWriter out, PrintWriter err, @Nullable ImportReport report) {
    super(err, report);
    this.out = out;
  }

  @Override
  void begin(String what) {
    say(what + ":");
  }

  @Override
  void refused(String file, Refusal refusal) {
    say("%s: refused. %s".formatted(file, refusal.message()));
  }

  @Override
  void row(RowExplanation row) {
    var sort = new Sort(row.file(), row.outcome());
    if (row.reason().equals(Note.Kind.NOTHING_GIVEN.code())) {
      return;
    }
    counts.merge(sort, 1L, Long::sum);
    var shown = first.computeIfAbsent(sort, _ -> new ArrayList<>());
    if (shown.size() < SHOWN) {
      shown.add(row);
    }
  }

  @Override
  void outcomes(List<ImportOutcome> outcomes) {
    clearProgress();
    for (var outcome : outcomes) {
      switch (outcome) {
        case ImportOutcome.Refused(var file, var refusal) -> refused(file.name(), refusal);
        case ImportOutcome.Taken(_, var tally) -> taken(tally);
      }
    }
    first.clear();
    counts.clear();
    again = true;
  }

  private void taken(ImportTally tally) {
    say("%s, %s".formatted(tally.file(), tally.kind().title().replaceFirst(" \\(.*", "")));
    say(
        "  %,d rows: %,d added, %,d changed, %,d unchanged, %,d refused"
            .formatted(
                tally.rows(), tally.added(), tally.changed(), tally.unchanged(), tally.refused()));
    if (again) {
      return;
    }
    list("new in the register", tally.newEntries(), "s");
    list("changed in the register", tally.changedEntries(), "s");
    list("refused", tally.reasons(), "");
    list("noted", tally.notes(), "");
    if (tally.absent() > 0) {
      say(
          "  %,d of the register are not in this file; they stay as they are"
              .formatted(tally.absent()));
    }
    for (var outcome : RowExplanation.Outcome.values()) {
      rows(new Sort(tally.file(), outcome));
    }
  }

  private void list(String title, SortedMap<String, Long> numbers, String plural) {
    var some =
        numbers.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(
                each ->
                    "%,d %s%s"
                        .formatted(
                            each.getValue(), each.getKey(), each.getValue() == 1 ? "" : plural))
            .collect(Collectors.joining(", "));
    if (!some.isEmpty()) {
      say("  %s: %s".formatted(title, some));
    }
  }

  private void rows(Sort sort) {
    var shown = first.getOrDefault(sort, List.of());
    for (var row : shown) {
      say(
          "    line %d, %s, %s: %s"
              .formatted(row.line(), word(sort.outcome()), row.field(), row.message()));
    }
    long more = counts.getOrDefault(sort, 0L) - shown.size();
    if (more > 0) {
      say(
          "    … and %,d more %s; --report FILE writes them all"
              .formatted(more, word(sort.outcome())));
    }
  }

  @Override
  void imported() {
    say("Imported.");
  }

  private void say(String line) {
    out.println(Terminal.safe(line));
  }
}
