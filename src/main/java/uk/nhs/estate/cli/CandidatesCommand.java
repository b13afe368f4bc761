package uk.nhs.estate.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.nhs.estate.store.CandidateRow;
import uk.nhs.estate.store.Candidates;
import uk.nhs.estate.store.FactsJson;

/// Lists hosts that pages of ours lead to and that the register does not know.
@Command(
    name = "candidates",
    description = {
      "Lists hosts that pages of the estate link to and that the register does not know.",
      "They are under a domain of the register, or under a name of the health services or of"
          + " government. Nothing looks at them: import those that belong to the estate, and they"
          + " leave this list."
    },
    footer = {
      "",
      "Examples:",
      "  estate candidates",
      "  estate candidates --csv > names.csv      then take out what is not ours, and:",
      "  estate import names.csv"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:the command line is not understood",
      "5:the database cannot be used",
      "70:a fault of the program itself"
    },
    mixinStandardHelpOptions = true)
final class CandidatesCommand implements Callable<Integer> {
  private static final int AT_ONCE = 1_000;

  @Spec CommandSpec spec;
  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;

  @Option(names = "--csv", description = "Print CSV with a header row.")
  boolean csv;

  @Option(names = "--json", description = "Print JSON, one object a line.")
  boolean json;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try (var service = Service.start(database.share(), config.read(), Map.of())) {
      var candidates = service.bean(Candidates.class);
      if (json) {
        each(candidates, row -> out.println(FactsJson.write(row)));
      } else if (csv) {
        csv(candidates, out);
      } else {
        text(candidates, out);
      }
    }
    out.flush();
    return 0;
  }

  private static void csv(Candidates candidates, PrintWriter out) {
    var csv = CsvWriter.builder().bufferSize(0).build(out);
    csv.writeRecord("host", "domain", "first_seen", "last_seen", "seen_at");
    each(
        candidates,
        row ->
            csv.writeRecord(
                row.host(),
                row.domain(),
                row.firstSeenAt().toString(),
                row.lastSeenAt().toString(),
                row.site()));
  }

  private static void text(Candidates candidates, PrintWriter out) {
    if (candidates.page(null, "", 1).isEmpty()) {
      out.println("No page led to a host that the register does not know.");
    }
    each(
        candidates,
        row -> out.printf("%-50s last seen at %s, %s%n", row.host(), row.site(), row.lastSeenAt()));
  }

  private static void each(Candidates candidates, Consumer<CandidateRow> taker) {
    List<CandidateRow> rows;
    var after = "";
    do {
      rows = candidates.page(null, after, AT_ONCE);
      rows.forEach(taker);
      after = rows.isEmpty() ? after : rows.getLast().host();
    } while (rows.size() == AT_ONCE);
  }
}
