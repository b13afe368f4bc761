package uk.nhs.estate.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the register is kept.
final class DatabaseOption {
  @Option(
      names = "--database-url",
      paramLabel = "URL",
      defaultValue = "${env:ESTATE_DATABASE_URL}",
      description =
          "A PostgreSQL of yours, such as jdbc:postgresql://host/estate (also ESTATE_DATABASE_URL;"
              + " user and password in ESTATE_DATABASE_USER and ESTATE_DATABASE_PASSWORD). The"
              + " embedded one does not start then.")
  @Nullable String url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:ESTATE_DATA:-data}",
      description = "The folder of the embedded PostgreSQL (also ESTATE_DATA; default: data).")
  Path folder = Path.of("data");

  /// For a service: the folder is its own, and a second service on it is refused.
  Database own() {
    return url == null ? Database.embedded(folder) : Database.at(url);
  }

  /// For a short command: beside a running service it uses that one's database.
  Database share() {
    return url == null ? Database.shared(folder) : Database.at(url);
  }
}
