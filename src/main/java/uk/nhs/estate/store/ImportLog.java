package uk.nhs.estate.store;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import uk.nhs.estate.register.intake.Note;
import uk.nhs.estate.register.intake.Reason;
import uk.nhs.estate.register.intake.Row;
import uk.nhs.estate.store.RowExplanation.Outcome;

/// Counts what becomes of a file's rows, and passes every explanation on as it arises.
final class ImportLog {
  private final String file;
  private final Consumer<RowExplanation> explain;
  final SortedMap<String, Long> newEntries = new TreeMap<>();
  final SortedMap<String, Long> changedEntries = new TreeMap<>();
  final SortedMap<String, Long> reasons = new TreeMap<>();
  final SortedMap<String, Long> notes = new TreeMap<>();
  long refused;
  long added;
  long changed;
  long absent;

  ImportLog(String file, Consumer<RowExplanation> explain) {
    this.file = file;
    this.explain = explain;
  }

  void refused(Row.Refused<?> row) {
    refused(row.line(), row.field(), row.reason(), row.message(), row.text());
  }

  void refused(long line, String field, Reason reason, String message, String value) {
    refused++;
    reasons.merge(reason.code(), 1L, Long::sum);
    explain(line, Outcome.REFUSED, field, reason.code(), message, value);
  }

  void noted(long line, Note note) {
    notes.merge(note.kind().code(), 1L, Long::sum);
    explain(line, Outcome.NOTED, note.field(), note.kind().code(), note.text(), "");
  }

  void changed(long line, String field, String message) {
    explain(line, Outcome.CHANGED, field, "changed", message, "");
  }

  private void explain(
      long line, Outcome outcome, String field, String reason, String message, String value) {
    explain.accept(new RowExplanation(file, line, outcome, field, reason, message, value));
  }

  ImportTally tally(ImportFile imported, String sha256, long rows) {
    return new ImportTally(
        file,
        imported.kind(),
        sha256,
        rows,
        added,
        changed,
        rows - added - changed - refused,
        refused,
        newEntries,
        changedEntries,
        reasons,
        notes,
        absent);
  }
}
