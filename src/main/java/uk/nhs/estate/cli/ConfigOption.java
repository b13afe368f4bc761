package uk.nhs.estate.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uk.nhs.estate.settings.ScannerConfig;

/// Where the scanner's settings are.
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      defaultValue = "${env:ESTATE_CONFIG}",
      description =
          "The folder with scanner.yml and policy/ (also ESTATE_CONFIG; default: the settings"
              + " inside the program).")
  @Nullable Path folder;

  ScannerConfig read() {
    return ScannerConfig.read(folder);
  }
}
