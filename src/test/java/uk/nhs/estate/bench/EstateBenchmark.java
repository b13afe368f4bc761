package uk.nhs.estate.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Measures whole scans: DNS, mail, TLS and web of every name in a file, judged, scored and stored
/// by the service as people run it, from an empty database. `bin/bench-estate` starts it.
final class EstateBenchmark {
  private static final Pattern ENDED =
      Pattern.compile("(?m)^estate_scans_seconds_count\\{.*} ([0-9.E+]+)$");
  private static final Pattern MEMORY = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
  private static final Duration POLL = Duration.ofMillis(500);

  private final String java = ProcessHandle.current().info().command().orElseThrow();
  private final Instant began = Instant.now();
  private final Path folder;
  private final String config;

  private EstateBenchmark(Path folder, String config) {
    this.folder = folder;
    this.config = config;
  }

  /// @param arguments a CSV file with a column `host`, a folder of settings, the port to serve on,
  ///     and after how many seconds to give up
  public static void main(String[] arguments) throws Exception {
    var names = Path.of(arguments[0]);
    var folder = Files.createTempDirectory("bench-estate");
    var benchmark = new EstateBenchmark(folder, arguments[1]);
    benchmark.run("import", "--apply", names.toString()).waitFor();
    long hosts = Files.lines(names).skip(1).filter(line -> !line.isBlank()).count();
    var service = benchmark.run("serve", "--port", arguments[2]);
    try {
      benchmark.watch(service, hosts, arguments[2], Long.parseLong(arguments[3]));
    } finally {
      service.destroy();
      service.waitFor();
    }
    System.out.println("The database is left in " + folder);
  }

  private Process run(String command, String... options) throws IOException {
    var line =
        new ArrayList<>(
            List.of(
                java,
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "uk.nhs.estate.Main",
                command,
                "--data",
                folder.resolve("data").toString(),
                "--config",
                config));
    line.addAll(List.of(options));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(command + ".log").toFile())
        .start();
  }

  private void watch(Process service, long hosts, String port, long seconds) throws Exception {
    var asking = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/prometheus"));
    var until = Instant.now().plusSeconds(seconds);
    Instant first = null;
    var before = Duration.ZERO;
    var database = Duration.ZERO;
    long ended = 0;
    long targets = 2 * hosts;
    long peak = 0;
    try (var client = HttpClient.newHttpClient()) {
      while (ended < targets && Instant.now().isBefore(until) && service.isAlive()) {
        Thread.sleep(POLL);
        try {
          var told = client.send(asking.build(), BodyHandlers.ofString()).body();
          ended = (long) ENDED.matcher(told).results().mapToDouble(EstateBenchmark::number).sum();
        } catch (IOException _) {
          continue; // it does not listen yet
        }
        if (first == null) {
          first = Instant.now();
          before = cpu(service.toHandle());
          database = databaseCpu();
        }
        peak = Math.max(peak, memory(service.pid()));
      }
    }
    if (first == null) {
      throw new IllegalStateException("the service did not begin: see " + folder);
    }
    var took = Duration.between(first, Instant.now());
    System.out.printf(
        "%d of %d scans in %.1f s: %.0f names a minute%n",
        ended, targets, took.toMillis() / 1e3, 60e3 * ended / 2 / took.toMillis());
    System.out.printf(
        "CPU a name: %.1f ms of the program, %.1f ms of PostgreSQL; memory of the program at most"
            + " %d MB%n",
        1.0 * cpu(service.toHandle()).minus(before).toMillis() / hosts,
        1.0 * databaseCpu().minus(database).toMillis() / hosts,
        peak / 1024);
  }

  private static double number(java.util.regex.MatchResult found) {
    return Double.parseDouble(found.group(1));
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Of the database that was started after this.
  private Duration databaseCpu() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
        .filter(process -> process.info().startInstant().orElse(Instant.MIN).isAfter(began))
        .map(EstateBenchmark::cpu)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static long memory(long process) throws IOException {
    var found = MEMORY.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }
}
