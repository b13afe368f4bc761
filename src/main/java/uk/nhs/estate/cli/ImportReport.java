package uk.nhs.estate.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.RowExplanation;

/// Writes explained rows as CSV (RFC 4180) that a spreadsheet can open: no cell begins like a
/// formula.
final class ImportReport implements AutoCloseable {
  private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r";

  private final CsvWriter csv;

  private ImportReport(CsvWriter csv) {
    this.csv = csv;
  }

  /// Begins a report.
  ///
  /// @param imported the files that it must not overwrite
  static ImportReport open(Path path, List<Path> imported) {
    try {
      for (var file : imported) {
        if (Files.exists(path) && Files.exists(file) && Files.isSameFile(path, file)) {
          throw new Refusal("report", "The report would overwrite a file that is to be imported.");
        }
      }
      var report = new ImportReport(CsvWriter.builder().build(path));
      report.csv.writeRecord("file", "line", "outcome", "field", "reason", "message", "value");
      return report;
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  void add(RowExplanation row) {
    try {
      csv.writeRecord(
          safe(row.file()),
          Long.toString(row.line()),
          ImportNews.word(row.outcome()),
          safe(row.field()),
          row.reason(),
          safe(row.message()),
          safe(row.value()));
    } catch (UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  private static String safe(String text) {
    return !text.isEmpty() && BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  private static Refusal unwritable(Exception e) {
    return new Refusal("report", "The report cannot be written: " + e.getMessage());
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
