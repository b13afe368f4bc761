package uk.nhs.estate.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the service: API, pages and, unless told otherwise, the scanner.
@Command(
    name = "serve",
    description = {
      "Runs the service: API, pages and scanner, until it is stopped with Ctrl-C.",
      "Without a database URL it keeps everything in an embedded PostgreSQL in ./data, which"
          + " survives restarts and crashes."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The port to listen on (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--without-worker",
      description = "Do not scan in this process; 'estate worker' does it elsewhere.")
  boolean withoutWorker;

  @Override
  public Integer call() throws InterruptedException {
    var properties =
        Map.<String, Object>of("micronaut.server.port", port, "estate.worker", !withoutWorker);
    try (var service = Service.start(database.own(), config.read(), properties)) {
      spec.commandLine()
          .getErr()
          .println(
              "NHS web estate: "
                  + service.listen()
                  + " (only from this machine: there is no sign-in yet)");
      service.await();
    }
    return 0;
  }
}
