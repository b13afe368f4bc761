package uk.nhs.estate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.DmarcImports;

/// Keeps DMARC aggregate reports from files and folders.
@Command(
    name = "import-dmarc",
    description = {
      "Keeps DMARC aggregate reports: who sends mail as a domain, as its receivers report it.",
      "",
      "A file is XML, XML packed by gzip, or a ZIP archive of some; which, is seen from its"
          + " content. Of a mail message, save the attachment first. A file is taken whole or"
          + " refused whole, and one that is refused does not stop the others. A report is kept"
          + " once, however often it comes. Nothing is changed by importing a file again.",
      "",
      "A report belongs to the domain of the register that it is about, or that is above the one"
          + " that it is about; a report about any other is refused."
    },
    footer = {
      "",
      "Examples:",
      "  estate import-dmarc reports/                every file in a folder and below it",
      "  estate import-dmarc 'google.com!example.nhs.uk!1760054400!1760140799.zip'"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done; what was kept before is no mistake",
      "2:the command line is not understood",
      "3:done, and at least one file was refused",
      "5:the database cannot be used",
      "70:a fault of the program itself"
    },
    mixinStandardHelpOptions = true)
final class ImportDmarcCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders of files.")
  List<Path> paths = List.of();

  @Option(names = "--json", description = "Print JSON, with every report of every file.")
  boolean json;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var news = new DmarcNews(out, spec.commandLine().getErr(), json);
    try (news;
        var service = Service.start(database.share(), config.read(), Map.of())) {
      var imports = service.bean(DmarcImports.class);
      for (var path : paths) {
        take(path, imports, news);
      }
    }
    return news.isAnyRefused() ? EstateCommand.REFUSED : 0;
  }

  private static void take(Path path, DmarcImports imports, DmarcNews news) {
    try (var files = files(path)) {
      files.forEach(file -> takeFile(file, imports, news));
    } catch (Refusal refusal) {
      news.refused(path, refusal);
    } catch (IOException | UncheckedIOException e) {
      news.refused(path, unreadable(e));
    }
  }

  private static void takeFile(Path file, DmarcImports imports, DmarcNews news) {
    try (var in = Files.newInputStream(file)) {
      news.taken(file, imports.take(in, System.getProperty("user.name", "command line")));
    } catch (Refusal refusal) {
      news.refused(file, refusal);
    } catch (IOException e) {
      news.refused(file, unreadable(e));
    }
  }

  /// A file, or those in a folder and below it in the order of their names; links in it are not
  /// followed.
  private static Stream<Path> files(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new Refusal("file", "There is no such file or folder.");
    }
    if (Files.isDirectory(path)) {
      return Files.walk(Files.isSymbolicLink(path) ? path.toRealPath() : path)
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted();
    }
    if (!Files.isRegularFile(path)) {
      throw new Refusal("file", "It is neither a file nor a folder.");
    }
    return Stream.of(path);
  }

  private static Refusal unreadable(Exception e) {
    return new Refusal("file", "It cannot be read: %s.".formatted(e.getMessage()));
  }
}
