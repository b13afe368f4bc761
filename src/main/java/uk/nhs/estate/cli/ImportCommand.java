package uk.nhs.estate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.intake.FileKind;
import uk.nhs.estate.store.ImportFile;
import uk.nhs.estate.store.ImportOutcome;
import uk.nhs.estate.store.Imports;

/// Takes files of organisations and websites into the register.
@Command(
    name = "import",
    description = {
      "Takes organisations and websites from files into the register.",
      "",
      "A dry run is made first: the same work, taken back. If every file can be taken, they are"
          + " then imported, organisations before websites. Rows that cannot be taken are refused,"
          + " each with its line and the reason; a file that is damaged or of another kind is"
          + " refused as a whole, and then nothing is imported. Nothing in the register is ever"
          + " deleted, and importing a file again changes nothing.",
      "",
      "What a file is, is seen from its content: NHS trusts (etr.csv) or GP practices"
          + " (epraccur.csv) as the Organisation Data Service publishes them, 27 columns and no"
          + " header; or any CSV with a header row that names a column website, host or domain, and"
          + " ods_code if it says whose they are."
    },
    footer = {
      "",
      "Examples:",
      "  estate import --dry-run etr.csv                     what would happen?",
      "  estate import etr.csv epraccur.csv websites.csv     try, then import",
      "  estate import --report rows.csv websites.csv        every explained row in a spreadsheet",
      "",
      "A list of websites:",
      "  ods_code,website",
      "  A81001,https://www.example-surgery.nhs.uk"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done; rows that were refused are explained",
      "2:the command line is not understood",
      "3:a file is refused as a whole, or another import is running",
      "5:the database cannot be used",
      "70:a fault of the program itself"
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files, in any order.")
  List<Path> paths = List.of();

  @ArgGroup(exclusive = true)
  Extent extent = new Extent();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Refuse a file of another kind than ${COMPLETION-CANDIDATES}.")
  @Nullable FileKind kind;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write every refused, changed and noted row to this file, as CSV.")
  @Nullable Path report;

  @Option(names = "--json", description = "Print JSON, with every refused, changed and noted row.")
  boolean json;

  /// How far to go.
  static final class Extent {
    @Option(names = "--dry-run", description = "Make the dry run only.")
    boolean dryRun;

    @Option(names = "--apply", description = "Import at once, without a dry run.")
    boolean apply;
  }

  @Override
  public Integer call() {
    try (var news = news()) {
      var files = recognise(news);
      if (files.size() < paths.size()) {
        return EstateCommand.REFUSED;
      }
      try (var service = Service.start(database.share(), config.read(), Map.of())) {
        return run(service.bean(Imports.class), files, news);
      }
    }
  }

  private int run(Imports imports, List<ImportFile> files, ImportNews news) {
    var actor = System.getProperty("user.name", "command line");
    var tried = files;
    if (!extent.apply) {
      news.begin("Dry run");
      var outcomes = imports.rehearse(files, actor, news);
      news.outcomes(outcomes);
      if (isRefused(outcomes)) {
        return EstateCommand.REFUSED;
      }
      if (extent.dryRun) {
        return 0;
      }
      tried = asTried(outcomes);
      news.stopExplaining();
    }
    news.begin("Import");
    var outcomes = imports.take(tried, actor, news);
    news.outcomes(outcomes);
    if (isRefused(outcomes)) {
      return EstateCommand.REFUSED;
    }
    news.imported();
    return 0;
  }

  /// The files in the order in which they build on each other; those that are refused are missing.
  private List<ImportFile> recognise(ImportNews news) {
    var files = new ArrayList<ImportFile>();
    for (var path : paths) {
      try {
        files.add(ImportFile.of(path, kind));
      } catch (Refusal refusal) {
        news.refused(ImportFile.name(path), refusal);
      }
    }
    files.sort(Comparator.comparing(ImportFile::kind));
    return files;
  }

  private ImportNews news() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    var rows = report == null ? null : ImportReport.open(report, paths);
    return json ? new ImportJson(out, err, rows) : new ImportText(out, err, rows);
  }

  private static boolean isRefused(List<ImportOutcome> outcomes) {
    return outcomes.stream().anyMatch(ImportOutcome.Refused.class::isInstance);
  }

  private static List<ImportFile> asTried(List<ImportOutcome> outcomes) {
    var files = new ArrayList<ImportFile>();
    for (var outcome : outcomes) {
      if (outcome instanceof ImportOutcome.Taken(var file, var tally)) {
        files.add(file.holding(tally.sha256()));
      }
    }
    return files;
  }
}
