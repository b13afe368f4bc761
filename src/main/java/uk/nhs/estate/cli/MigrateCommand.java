package uk.nhs.estate.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.nhs.estate.settings.ScannerConfig;

/// Brings the tables up to date before services start on them.
@Command(
    name = "migrate",
    description = {
      "Brings the tables of the database up to date, and ends.",
      "'serve' and 'worker' do the same when they start; this is for doing it once, before many of"
          + " them start together."
    },
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DatabaseOption database;

  @Override
  public Integer call() {
    try (var service =
        Service.start(database.share(), ScannerConfig.read(null), Map.of("estate.worker", false))) {
      var version = service.bean(Flyway.class).info().current().getVersion();
      spec.commandLine().getOut().println("The database is up to date, at version " + version);
    }
    return 0;
  }
}
