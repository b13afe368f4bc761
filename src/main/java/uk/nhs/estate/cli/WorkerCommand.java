package uk.nhs.estate.cli;

import java.util.HashMap;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  private static final Logger LOG = LoggerFactory.getLogger(WorkerCommand.class);

  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;
  @Mixin HostOption host;

  @Option(
      names = "--port",
      defaultValue = "8081",
      description = "The port for /health and /prometheus (default: ${DEFAULT-VALUE}).")
  int port;

  @Override
  public Integer call() throws InterruptedException {
    var properties = new HashMap<>(Listeners.healthOnly(host.address, port));
    properties.put("estate.worker", true);
    properties.put("estate.web", false);
    try (var service = Service.start(database.share(), config.read(), properties)) {
      service.listen();
      LOG.info("NHS web estate worker: {}/health", host.url(port));
      Service.stay();
    }
    return 0;
  }
}
