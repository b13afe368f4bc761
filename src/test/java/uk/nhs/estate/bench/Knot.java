package uk.nhs.estate.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import uk.nhs.estate.practice.PracticeZone;

/// One `knotd`, a child of this process, that serves finished zones at some loopback addresses.
final class Knot implements Closeable {
  private static final String PROGRAM = "/usr/sbin/knotd";
  private static final String CONTROL = "/usr/sbin/knotc";
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Process process;

  private Knot(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  static boolean isInstalled() {
    return Files.isExecutable(Path.of(PROGRAM)) && Files.isExecutable(Path.of(CONTROL));
  }

  /// Starts one, and returns when all its zones are loaded.
  static Knot start(Path folder, List<String> addresses, int port, List<PracticeZone> zones)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (var zone : zones) {
      Files.writeString(folder.resolve(file(zone)), zone.zoneFile());
    }
    var config = folder.resolve("knot.conf");
    Files.writeString(config, config(folder, addresses, port, zones));
    var log = folder.resolve("log");
    var process =
        new ProcessBuilder(PROGRAM, "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var knot = new Knot(folder, process);
    for (int second = 0; !knot.serves(zones); second++) {
      if (second == PATIENCE_SECONDS || process.waitFor(1, TimeUnit.SECONDS)) {
        knot.close();
        throw new IOException("knotd does not serve its zones: " + Files.readString(log));
      }
    }
    return knot;
  }

  private static String file(PracticeZone zone) {
    return zone.domain().equals(".") ? "root.zone" : zone.domain() + ".zone";
  }

  private static String config(
      Path folder, List<String> addresses, int port, List<PracticeZone> zones) {
    var listen = addresses.stream().map(one -> one + "@" + port).collect(Collectors.joining(", "));
    var served =
        zones.stream()
            .map(zone -> "  - domain: %s\n    file: %s\n".formatted(zone.domain(), file(zone)))
            .collect(Collectors.joining());
    return """
    server:
      rundir: %1$s
      listen: [%2$s]
      udp-workers: 1
      tcp-workers: 1
      background-workers: 1
    log:
      - target: stderr
        any: warning
    database:
      storage: %1$s
    template:
      - id: default
        storage: %1$s
        zonefile-sync: -1
        zonefile-load: whole
        journal-content: none
        semantic-checks: off
        global-module: mod-stats
    zone:
    %3$s\
    """
        .formatted(folder, listen, served);
  }

  private boolean serves(List<PracticeZone> zones) throws IOException, InterruptedException {
    var status = control("zone-status");
    return status.lines().filter(line -> line.matches(".*serial: [0-9].*")).count() == zones.size();
  }

  /// Questions that it was asked since its start, by UDP and TCP.
  long questions() throws IOException, InterruptedException {
    return control("stats", "mod-stats.server-operation")
        .lines()
        .filter(line -> line.contains("[query]") || line.contains("[axfr]"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1).strip()))
        .sum();
  }

  private String control(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(CONTROL, "-s", folder + "/knot.sock"));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
