package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.DmarcImports.Taken;
import uk.nhs.estate.store.DmarcImports.UnknownDomain;
import uk.nhs.estate.store.FactsJson;

/// Tells what comes of files of DMARC reports while they are taken: to people what was refused and
/// the sums, to programs everything.
final class DmarcNews implements AutoCloseable {
  private static final int MOST_DOMAINS = 50;
  private static final long BETWEEN_NEWS = 200_000_000;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final long begun = System.nanoTime();
  private final Map<String, Long> unknown = new TreeMap<>();
  private long lastNews = begun;
  private boolean progressShown;
  private long files;
  private long refused;
  private long stored;
  private long duplicates;
  private long different;
  private long rows;
  private long messages;

  DmarcNews(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
    if (json) {
      out.print("{\"files\":[");
    }
  }

  void taken(Path file, List<Taken> reports) {
    for (var report : reports) {
      switch (report.outcome()) {
        case STORED -> {
          stored++;
          rows += report.rows();
          messages += report.messages();
        }
        case DUPLICATE -> duplicates++;
        case DIFFERENT -> {
          different++;
          say(
              "%s: the report %s of %s about %s was kept before with other content, which stays."
                  .formatted(shown(file), report.reportId(), report.reporter(), report.domain()));
        }
      }
    }
    next(Map.of("file", shown(file), "reports", reports));
  }

  void refused(Path file, Refusal refusal) {
    refused++;
    if (refusal instanceof UnknownDomain about) {
      unknown.merge(about.name(), 1L, Long::sum);
    }
    say("%s: refused. %s".formatted(shown(file), refusal.message()));
    next(Map.of("file", shown(file), "refusal", refusal.message(), "field", refusal.field()));
  }

  boolean isAnyRefused() {
    return refused > 0;
  }

  private void next(Map<String, Object> told) {
    if (json) {
      out.print(files == 0 ? "\n" : ",\n");
      out.print(FactsJson.write(told));
    }
    files++;
    if (Terminal.isWatched() && System.nanoTime() - lastNews > BETWEEN_NEWS) {
      lastNews = System.nanoTime();
      err.printf(
          "\r%,d files, %,d reports, %,.0f s\u001b[K",
          files, stored + duplicates + different, (lastNews - begun) / 1e9);
      err.flush();
      progressShown = true;
    }
  }

  private void say(String line) {
    if (!json) {
      clearProgress();
      out.println(Terminal.safe(line));
    }
  }

  private void clearProgress() {
    if (progressShown) {
      err.print("\r\u001b[K");
      err.flush();
      progressShown = false;
    }
  }

  private static String shown(Path file) {
    return Refusal.shown(file.toString(), 500);
  }

  /// Tells the sums, whatever has happened.
  @Override
  public void close() {
    clearProgress();
    if (json) {
      out.printf(
          "%n],%n\"stored\":%d,\"duplicates\":%d,\"different\":%d,\"refused\":%d,\"unknownDomains\":%s}%n",
          stored, duplicates, different, refused, FactsJson.write(unknown));
      return;
    }
    if (!unknown.isEmpty()) {
      say("Domains that the register does not hold, with the number of files:");
      unknown.entrySet().stream()
          .limit(MOST_DOMAINS)
          .forEach(entry -> say("  %s: %,d".formatted(entry.getKey(), entry.getValue())));
      if (unknown.size() > MOST_DOMAINS) {
        say("  … and %,d more".formatted(unknown.size() - MOST_DOMAINS));
      }
    }
    say(
        "%,d files: %,d reports kept (%,d rows, %,d messages), %,d kept before, %,d files refused"
            .formatted(files, stored, rows, messages, duplicates + different, refused));
  }
}
