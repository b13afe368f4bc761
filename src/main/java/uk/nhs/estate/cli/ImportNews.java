package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.ImportFile;
import uk.nhs.estate.store.ImportOutcome;
import uk.nhs.estate.store.Imports;
import uk.nhs.estate.store.RowExplanation;

/// Tells what comes of an import while it goes on, in memory that does not grow with the number of
/// rows there are to explain.
abstract sealed class ImportNews implements Imports.Watcher, AutoCloseable
    permits ImportText, ImportJson {
  private final PrintWriter err;
  private final @Nullable ImportReport report;
  private final long begun = System.nanoTime();
  private boolean explained;
  private boolean progressShown;

  ImportNews(PrintWriter err, @Nullable ImportReport report) {
    this.err = err;
    this.report = report;
  }

  /// A dry run or an import begins.
  abstract void begin(String what);

  /// A file is refused before anything is begun.
  abstract void refused(String file, Refusal refusal);

  /// What came of the files.
  abstract void outcomes(List<ImportOutcome> outcomes);

  /// All files are in the register.
  abstract void imported();

  /// A row is to be explained.
  abstract void row(RowExplanation row);

  /// What follows says of the rows what has been said already.
  final void stopExplaining() {
    explained = true;
  }

  @Override
  public final void explained(RowExplanation row) {
    if (!explained) {
      row(row);
      if (report != null) {
        report.add(row);
      }
    }
  }

  @Override
  public final void read(ImportFile file, long rows) {
    if (Terminal.isWatched()) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      err.printf("\r%s: %,d rows, %,.0f s\u001b[K", Terminal.safe(file.name()), rows, seconds);
      err.flush();
      progressShown = true;
    }
  }

  /// Takes the line that shows the progress off the terminal.
  final void clearProgress() {
    if (progressShown) {
      err.print("\r\u001b[K");
      err.flush();
      progressShown = false;
    }
  }

  static String word(RowExplanation.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    clearProgress();
    if (report != null) {
      report.close();
    }
  }
}
