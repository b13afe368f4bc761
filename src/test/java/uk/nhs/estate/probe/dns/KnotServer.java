package uk.nhs.estate.probe.dns;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Knot DNS as Debian packs it, a child of this process: signs one zone by itself and serves it on
/// loopback.
final class KnotServer implements Closeable {
  private static final Path PROGRAMS = Path.of("/usr/sbin");
  private static final int PATIENCE_SECONDS = 30;

  private final Path folder;
  private final String zone;
  private final Process process;

  private KnotServer(Path folder, String zone, Process process) {
    this.folder = folder;
    this.zone = zone;
    this.process = process;
  }

  static boolean isInstalled() {
    return Stream.of("knotd", "knotc", "keymgr")
        .allMatch(program -> Files.isExecutable(PROGRAMS.resolve(program)));
  }

  /// Starts one, and returns when it serves its zone.
  ///
  /// @param nsec3 whether it denies by hashed names
  static KnotServer start(
      Path folder, String zone, String text, boolean nsec3, int port, List<String> addresses)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("zone"), "$ORIGIN " + zone + ".\n$TTL 300\n" + text);
    var listen = addresses.stream().map(one -> one + "@" + port).collect(Collectors.joining(", "));
    Files.writeString(
        folder.resolve("knot.conf"),
        """
        server:
          rundir: %1$s
          listen: [%2$s]
          version: ""
        log:
          - target: stderr
            any: warning
        database:
          storage: %1$s
        policy:
          - id: p
            algorithm: ecdsap256sha256
            single-type-signing: on
            cds-cdnskey-publish: none
            nsec3: %3$s
            nsec3-iterations: 0
            nsec3-salt-length: 0
        zone:
          - domain: %4$s
            storage: %1$s
            file: zone
            zonefile-sync: -1
            zonefile-load: difference-no-serial
            journal-content: all
            dnssec-signing: on
            dnssec-policy: p
        """
            .formatted(folder, listen, nsec3 ? "on" : "off", zone));
    var process =
        new ProcessBuilder(program("knotd"), "-c", folder.resolve("knot.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    var knot = new KnotServer(folder, zone, process);
    for (int second = 0; !knot.serves(); second++) {
      if (second == PATIENCE_SECONDS || knot.ends(1)) {
        knot.close();
        throw new IOException("knotd: " + Files.readString(folder.resolve("log")));
      }
    }
    return knot;
  }

  private static String program(String name) {
    return PROGRAMS.resolve(name).toString();
  }

  private boolean serves() throws IOException {
    return run("knotc", "-s", folder.resolve("knot.sock").toString(), "zone-read", zone, "@", "SOA")
        .contains(" SOA ");
  }

  /// The digest of its key for the zone above, as a line of a zone file.
  String delegationSigner() throws IOException {
    return run("keymgr", "-c", folder.resolve("knot.conf").toString(), zone, "ds")
        .lines()
        .filter(line -> line.matches("\\S+ DS \\d+ \\d+ 2 \\S+"))
        .findFirst()
        .orElseThrow();
  }

  private static String run(String program, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(program(program)));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private boolean ends(int seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    process.destroy();
    if (!ends(PATIENCE_SECONDS)) {
      process.destroyForcibly();
    }
  }
}
