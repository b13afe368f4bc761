package uk.nhs.estate.store.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// The server process of one data folder: starts it, stops it, and finds the one that a killed JVM
/// left behind.
record Postmaster(Cluster cluster, Binaries binaries, Account account) {
  /// Recovery after a crash reads at most some hundred megabytes.
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  /// A fast stop writes out the shared buffers; a hurried one leaves that to the next start.
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private static final int TRIES = 50;

  /// What `postmaster.pid` says: line 1 the process, line 4 the port, line 8 how far it is.
  private record PidFile(long pid, int port, boolean ready) {
    static Optional<PidFile> read(Cluster cluster) throws IOException {
      try {
        var lines = Files.readAllLines(path(cluster), ISO_8859_1);
        var ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return Optional.of(
            new PidFile(
                Long.parseLong(lines.getFirst().strip()),
                ready ? Integer.parseInt(lines.get(3).strip()) : 0,
                ready));
      } catch (NoSuchFileException | NumberFormatException | NoSuchElementException _) {
        return Optional.empty();
      }
    }
  }

  private static Path path(Cluster cluster) {
    return cluster.data().resolve("postmaster.pid");
  }

  record Running(ProcessHandle process, int port) {}

  /// The port of a server that takes connections and is that JVM's own, not an orphan.
  static Optional<Integer> readyPort(Cluster cluster, long jvm) throws IOException {
    return PidFile.read(cluster)
        .filter(PidFile::ready)
        .filter(file -> parent(file.pid()).filter(parent -> parent.pid() == jvm).isPresent())
        .map(PidFile::port);
  }

  private static Optional<ProcessHandle> parent(long pid) {
    return ProcessHandle.of(pid).flatMap(ProcessHandle::parent);
  }

  /// Starts the server on a port that is free, and returns when it takes connections.
  Running start(List<String> settings) throws IOException {
    var log = cluster.log();
    for (var tries = 1; ; tries++) {
      var port = ThreadLocalRandom.current().nextInt(20_000, 32_768); // below the outgoing ones
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      var process = Commands.builder(command(settings, port)).redirectOutput(log.toFile()).start();
      Commands.until(START_LIMIT, () -> !process.isAlive() || ready(process.pid()));
      if (process.isAlive() && ready(process.pid())) {
        return new Running(process.toHandle(), port);
      }
      stop(process.toHandle());
      var said = Files.readString(log);
      // The port was taken, or backends of a killed server have yet to notice: both pass.
      var passing = said.contains("could not bind") || said.contains("is still in use");
      if (!passing || tries == TRIES) {
        throw new IOException(
            "PostgreSQL did not start; %s ends with: %s"
                .formatted(log, said.substring(Math.max(0, said.length() - 2_000))));
      }
      Commands.pause();
    }
  }

  /// In a session of its own where possible: Ctrl-C at a terminal is for us, who stop the server
  /// last.
  private List<String> command(List<String> settings, int port) {
    var command = new ArrayList<String>();
    if (Commands.works(List.of("setsid", "true"))) {
      command.add("setsid");
    }
    command.addAll(
        account.as(
            List.of(
                binaries.program("postgres"), "-D", cluster.data().toString(), "-p", "" + port)));
    settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  private boolean ready(long pid) throws IOException {
    return PidFile.read(cluster).filter(file -> file.ready() && file.pid() == pid).isPresent();
  }

  /// Stops the server that a killed JVM left running on our folder, and clears the way where its
  /// number now belongs to a zombie or to a stranger, which PostgreSQL itself would take for it.
  void stopOrphan() throws IOException {
    var pidFile = path(cluster);
    var file = PidFile.read(cluster);
    if (file.isEmpty()) {
      Files.deleteIfExists(pidFile); // torn by a power cut
      return;
    }
    var process = ProcessHandle.of(file.get().pid()).filter(found -> !dead(found));
    var arguments = process.map(Postmaster::arguments).orElse(List.of(""));
    if (process.isPresent() && arguments.contains(cluster.data().toString())) {
      stop(process.get());
    } else if (!arguments.isEmpty() && Files.exists(pidFile)) {
      // PostgreSQL takes its parent's number for stale. The other lines stay: by them it finds out
      // whether backends of the dead server still hold its memory.
      var lines = new ArrayList<>(Files.readAllLines(pidFile, ISO_8859_1));
      lines.set(0, Long.toString(ProcessHandle.current().pid()));
      Files.writeString(pidFile, String.join("\n", lines) + "\n", ISO_8859_1);
    }
  }

  /// Stops the server and its children: fast, else at once, else by force.
  void stop(ProcessHandle process) throws IOException {
    var family = Stream.concat(Stream.of(process), process.descendants()).toList();
    for (var signal : List.of("INT", "QUIT")) {
      if (!dead(process)) {
        Commands.works(
            account.as(
                List.of(binaries.program("pg_ctl"), "kill", signal, Long.toString(process.pid()))));
      }
      if (Commands.until(STOP_LIMIT, () -> family.stream().allMatch(Postmaster::dead))) {
        return;
      }
    }
    family.forEach(ProcessHandle::destroyForcibly);
    if (!Commands.until(STOP_LIMIT, () -> family.stream().allMatch(Postmaster::dead))) {
      throw new IOException("PostgreSQL (pid %d) cannot be stopped.".formatted(process.pid()));
    }
  }

  /// Dead, or a zombie, which nobody may ever collect in a container.
  private static boolean dead(ProcessHandle process) {
    if (!process.isAlive()) {
      return true;
    }
    try {
      var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException _) {
      return !process.isAlive();
    }
  }

  /// The command line of a process; empty when it may not be seen.
  private static List<String> arguments(ProcessHandle process) {
    try {
      var line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return List.of(line.split("\0"));
    } catch (IOException _) {
      return process.info().arguments().map(List::of).orElse(List.of());
    }
  }
}
