package uk.nhs.estate.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;
  @Mixin HostOption host;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The port to listen on (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--health-port",
      paramLabel = "PORT",
      description =
          "Answer /health and /prometheus on this port, at every address of this machine, and on"
              + " --port no more: for watchers on other machines.")
  @Nullable Integer healthPort;

  @Option(
      names = "--without-worker",
      description = "Do not scan in this process; 'estate worker' does it elsewhere.")
  boolean withoutWorker;

  @Override
  public Integer call() throws InterruptedException {
    try (var service = Service.start(database.own(), config.read(), properties())) {
      service.listen();
      announce(host.url(port));
      Service.stay();
    }
    return 0;
  }

  private Map<String, Object> properties() {
    var properties =
        new HashMap<>(
            healthPort == null
                ? Listeners.everything(host.address, port)
                : Listeners.healthApart(host.address, port, healthPort));
    properties.put("estate.worker", !withoutWorker);
    return properties;
  }

  private void announce(String url) {
    if (host.isLoopback()) {
      LOG.info("NHS web estate: {} (only from this machine: there is no sign-in yet)", url);
    } else {
      LOG.info("NHS web estate: {}", url);
      LOG.warn(
          "There is no sign-in yet, and {} is not loopback: whoever can reach it may read and"
              + " change everything",
          host.address);
    }
  }
}
