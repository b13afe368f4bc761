package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.FactsJson;
import uk.nhs.estate.store.ImportOutcome;
import uk.nhs.estate.store.RowExplanation;

/// Tells it to programs: one JSON object, whose rows are written as they arise.
final class ImportJson extends ImportNews {
  private final PrintWriter out;
  private final List<Object> files = new ArrayList<>();
  private boolean rowWritten;
  private boolean imported;

  ImportJson(PrintWriter out, PrintWriter err, @Nullable ImportReport report) {
    super(err, report);
    this.out = out;
    out.print("{\"rows\":[");
  }

  @Override
  void begin(String what) {}

  @Override
  void refused(String file, Refusal refusal) {
    files.add(Map.of("file", file, "refusal", refusal.message()));
  }

  @Override
  void row(RowExplanation row) {
    out.print(rowWritten ? ",\n" : "\n");
    out.print(FactsJson.write(row));
    rowWritten = true;
  }

  @Override
  void outcomes(List<ImportOutcome> outcomes) {
    files.clear();
    for (var outcome : outcomes) {
      files.add(
          switch (outcome) {
            case ImportOutcome.Refused(var file, var refusal) ->
                Map.of("file", file.name(), "refusal", refusal.message());
            case ImportOutcome.Taken(_, var tally) -> tally;
          });
    }
  }

  @Override
  void imported() {
    imported = true;
  }

  /// Completes the object, whatever has happened.
  @Override
  public void close() {
    out.printf("%n],%n\"files\":%s,%n\"imported\":%s}%n", FactsJson.write(files), imported);
    super.close();
  }
}
