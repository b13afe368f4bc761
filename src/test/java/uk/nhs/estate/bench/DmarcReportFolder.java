package uk.nhs.estate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import uk.nhs.estate.sample.DmarcSample;

/// Writes a folder of DMARC aggregate reports, to measure what importing and reading them costs.
final class DmarcReportFolder {
  private static final int SOURCES = 5_000;

  private DmarcReportFolder() {}

  /// @param arguments the folder, a domain, and how many days, reporters a day, and rows a report
  public static void main(String... arguments) throws IOException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    int days = Integer.parseInt(arguments[2]);
    int reporters = Integer.parseInt(arguments[3]);
    int rows = Integer.parseInt(arguments[4]);
    var random = new Random(1);
    var today = LocalDate.now(ZoneOffset.UTC);
    for (int ago = 0; ago < days; ago++) {
      for (int reporter = 0; reporter < reporters; reporter++) {
        var report =
            DmarcSample.about(arguments[1], today.minusDays(ago))
                .by("receiver-%d.example".formatted(reporter));
        for (int row = 0; row < rows; row++) {
          report = with(report, random);
        }
        Files.write(folder.resolve("%d-%d.xml.gz".formatted(ago, reporter)), report.gzip());
      }
    }
  }

  /// One more row, of an address that always passes, or always fails.
  private static DmarcSample with(DmarcSample report, Random random) {
    int source = random.nextInt(SOURCES);
    var address = "198.51.%d.%d".formatted(source / 250, source % 250);
    int messages = 1 + random.nextInt(500);
    return source % 3 == 0
        ? report.failing(address, messages, "sender-%d.example".formatted(source))
        : report.passing(address, messages);
  }
}
