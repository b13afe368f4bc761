package uk.nhs.estate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.nhs.estate.policy.Rhythm;
import uk.nhs.estate.practice.PracticeEstate;
import uk.nhs.estate.settings.ScannerConfig;

/// Shows the product on pretend organisations, without a network.
@Command(
    name = "demo",
    description = {
      "Runs the service on a practice estate: pretend NHS organisations whose sites, in every"
          + " state, are served on this machine by small servers inside the program.",
      "It needs no network, keeps nothing, and stops with Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  /// What nobody can help who is served on loopback: its addresses are private, and it is enough
  /// for many servers in IPv4 only.
  private static final Set<String> UNFAIR_HERE =
      Set.of(
          "address.private-address-published",
          "address.ipv6-missing",
          "mail.mx-without-address",
          "mail.mx-without-ipv6",
          "mail.spf-internal-address",
          "dns.name-servers-without-ipv6");

  /// The name servers are ours, and all domains share two of them.
  private static final int QUESTIONS_PER_SECOND = 1000;

  private static final int QUESTIONS_AT_ONCE = 50;

  /// The sites are ours, too.
  private static final Duration CRAWL_PAUSE = Duration.ofMillis(20);

  @Spec CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The port to listen on (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--stop-with-parent",
      hidden = true,
      description = "Stop when the process that started this one is gone.")
  boolean stopWithParent;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("nhs-web-estate-practice-");
    try (var _ = Ending.of(() -> delete(folder))) {
      var practice = PracticeEstate.start(Instant.now());
      try (var _ = Ending.of(practice);
          var service = start(practice, folder)) {
        PracticeRegister.enter(practice.entries(), service);
        show(service.listen());
        Service.stay();
      }
    }
    return 0;
  }

  private void show(String address) {
    spec.commandLine()
        .getErr()
        .printf(
            "NHS web estate, practice estate: open %s in a browser. For real: bin/estate serve%n",
            address);
    if (stopWithParent) {
      stopWithParent();
    }
  }

  private Service start(PracticeEstate practice, Path folder) throws IOException {
    var trust = Files.writeString(folder.resolve("practice-root.pem"), practice.rootPem());
    var properties =
        Map.<String, Object>of(
            "micronaut.server.port", port, "estate.worker", true, "estate.practice", true);
    return Service.start(
        Database.throwaway(folder.resolve("database")),
        config(practice, trust.toString()),
        properties);
  }

  /// The settings inside the program, aimed at the practice estate and nothing else.
  static ScannerConfig config(PracticeEstate practice, String trustStore) {
    var settings = ScannerConfig.read(null);
    return settings.with(
        settings
            .scanner()
            .aimedAt(
                List.of(practice.resolverText()),
                PracticeEstate.NETWORKS,
                practice.httpPort(),
                practice.httpsPort(),
                practice.smtpPort(),
                trustStore,
                settings
                    .scanner()
                    .dns()
                    .aimedAt(practice.dnsPort(), practice.rootHints(), practice.trustAnchor())
                    .paced(QUESTIONS_PER_SECOND, QUESTIONS_AT_ONCE))
            .with(settings.scanner().web().paced(CRAWL_PAUSE)),
        new Rhythm(
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(1)),
            Duration.ofSeconds(2)),
        UNFAIR_HERE);
  }

  private static void stopWithParent() {
    var parent = ProcessHandle.current().parent();
    parent.ifPresent(
        process ->
            process
                .onExit()
                .thenRun(
                    () -> Thread.ofPlatform().name("parent-gone").start(() -> System.exit(0))));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
