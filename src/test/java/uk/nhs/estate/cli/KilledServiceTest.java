package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.TestService;
import uk.nhs.estate.practice.PracticeEstate;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.scan.RequestScan;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.TestDatabase;
import uk.nhs.estate.store.embedded.EmbeddedPostgres;

/// Kills whole processes in the middle of scans, as `kill -9` and power cuts do.
class KilledServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endWhatStillRuns() throws InterruptedException {
    for (var process : processes) {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void aServiceThatIsKilledLosesNoScanAndNoRow() throws Exception {
    try (var practice = PracticeEstate.start(Instant.now())) {
      var config = PracticeConfig.write(Files.createDirectory(folder.resolve("config")), practice);
      var data = folder.resolve("data");
      var first = start("serve", "--data", data.toString(), "--config", config.toString());
      long before;
      try (var service = TestService.on(attached(data), Map.of())) {
        request(service, practice);
        await(
            () -> count(service, "state = 'DONE'") > 0 && count(service, "state = 'RUNNING'") > 0);
        before = count(service, "true");
        first.destroyForcibly().waitFor();
      }

      start("serve", "--data", data.toString(), "--config", config.toString());
      try (var service = TestService.on(attached(data), Map.of())) {
        await(() -> count(service, "state in ('QUEUED', 'RUNNING')") == 0);

        assertThat(count(service, "true")).isGreaterThanOrEqualTo(before);
        assertThat(count(service, "reason = 'ON_DEMAND' and state <> 'DONE'")).isZero();
        assertThat(count(service, "reason = 'ON_DEMAND'")).isEqualTo(sites(practice).size());
        assertThat(count(service, "attempt > 1")).isPositive();
      }
    }
  }

  @Test
  void theWorkOfAWorkerThatIsKilledIsTakenUpByAnotherWithinSeconds() throws Exception {
    try (var practice = PracticeEstate.start(Instant.now())) {
      var config = PracticeConfig.write(Files.createDirectory(folder.resolve("config")), practice);
      var database = TestDatabase.fresh();
      try (var service = TestService.on(database, Map.of())) {
        request(service, practice);
        var first = worker(database, config);
        await(() -> count(service, "state = 'RUNNING'") > 0);
        first.destroyForcibly().waitFor();
        long left = count(service, "state = 'RUNNING'");
        worker(database, config);
        await(() -> count(service, "state in ('QUEUED', 'RUNNING')") == 0);

        assertThat(left).isPositive();
        assertThat(count(service, "attempt = 2")).isEqualTo(left);
        assertThat(count(service, "state = 'FAILED'")).isZero();
        assertThat(count(service, "reason = 'ON_DEMAND' and state = 'DONE'"))
            .isEqualTo(sites(practice).size());
      }
    }
  }

  private static List<Site> sites(PracticeEstate practice) {
    return practice.entries().stream()
        .filter(entry -> !entry.retired())
        .flatMap(
            entry ->
                entry.hosts().stream()
                    .map(
                        host ->
                            new Site(
                                DomainName.parse(host.name()), DomainName.parse(entry.domain()))))
        .toList();
  }

  private static void request(TestService service, PracticeEstate practice) {
    for (var site : sites(practice)) {
      var target = service.bean(Register.class).enter(site, "a test");
      service.bean(RequestScan.class).of(target, "a test");
    }
  }

  private Process worker(String database, Path config) throws IOException {
    return start("worker", "--database-url", database, "--config", config.toString());
  }

  private Process start(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "uk.nhs.estate.Main"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--port", "0"));
    var log = File.createTempFile("service-", ".log", Path.of("target").toFile());
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    processes.add(process);
    return process;
  }

  private static String attached(Path data) throws InterruptedException {
    var until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      var running = EmbeddedPostgres.attach(data);
      if (running.isPresent()) {
        return running.get().jdbcUrlWithPassword();
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("the service did not start its database");
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    var until = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      assertThat(Instant.now()).as("waited long enough").isBefore(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static long count(TestService service, String where) {
    try (var connection = service.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from scan where " + where)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
