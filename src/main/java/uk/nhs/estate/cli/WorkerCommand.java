package uk.nhs.estate.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Scans what is due, beside others that do the same on the same database.
@Command(
    name = "worker",
    description = {
      "Scans what is due, until it is stopped with Ctrl-C. Several workers on one database share"
          + " the work; when one dies, the others take its scans up within seconds.",
      "It answers /health and /prometheus only."
    },
    mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;

  @Option(
      names = "--port",
      defaultValue = "8081",
      description = "The port for /health and /prometheus (default: ${DEFAULT-VALUE}).")
  int port;

  @Override
  public Integer call() throws InterruptedException {
    var properties =
        Map.<String, Object>of(
            "micronaut.server.port", port, "estate.worker", true, "estate.web", false);
    try (var service = Service.start(database.share(), config.read(), properties)) {
      spec.commandLine().getErr().println("NHS web estate worker: " + service.listen() + "/health");
      service.await();
    }
    return 0;
  }
}
