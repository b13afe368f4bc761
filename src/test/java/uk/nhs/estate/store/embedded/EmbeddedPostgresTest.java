package uk.nhs.estate.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.store.embedded.EmbeddedPostgres.Durability.DURABLE;
import static uk.nhs.estate.store.embedded.EmbeddedPostgres.Durability.THROWAWAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {
  static final Path SHELF = Path.of("target", "postgres-programs");

  @TempDir Path temporary;

  @Test
  void keepsItsRowsAndItsPasswordOverARestartInAFolderWithSpaces() throws Exception {
    var folder = temporary.resolve("my own data/of trusts");
    String password;
    try (var server = start(folder)) {
      password = server.password();
      execute(server.address(), "CREATE TABLE trust (name text)", "INSERT INTO trust VALUES ('a')");
    }
    try (var server = start(folder)) {
      assertThat(query(server.address(), "SELECT name FROM trust")).isEqualTo("a");
      assertThat(server.password()).isEqualTo(password).hasSize(32);
    }
  }

  @Test
  void isSafeAndForThisMachineOnly() throws Exception {
    try (var server = start(temporary)) {
      for (var expected :
          List.of(
              "fsync=on",
              "synchronous_commit=on",
              "full_page_writes=on",
              "data_checksums=on",
              "listen_addresses=127.0.0.1",
              "unix_socket_directories=",
              "max_connections=50",
              "shared_buffers=128MB",
              "server_encoding=UTF8",
              "TimeZone=UTC")) {
        var name = expected.substring(0, expected.indexOf('='));
        var value = query(server.address(), "SELECT current_setting('%s')".formatted(name));
        // The driver sets the time zone of its own session.
        assertThat(name + "=" + value)
            .isEqualTo(name.equals("TimeZone") ? name + "=" + value : expected);
      }
      assertThat(
              query(
                  server.address(),
                  "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database"
                      + " WHERE datname = current_database()"))
          .isEqualTo("b C.UTF-8");
      assertThat(
              query(
                  server.address(),
                  "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "x"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(temporary.resolve("data.password"))))
          .isEqualTo("rw-------");
      assertThat(server.address().toString()).doesNotContain(server.password());
    }
  }

  @Test
  void unpacksItsProgramsIntoItsFolderWhenNoShelfIsGiven() throws Exception {
    try (var server = EmbeddedPostgres.start(temporary, THROWAWAY)) {
      assertThat(query(server.address(), "SELECT current_setting('fsync')")).isEqualTo("off");
    }
    try (var programs = Files.list(temporary.resolve("programs"))) {
      assertThat(programs.map(path -> path.getFileName().toString()))
          .anyMatch(name -> name.matches("postgresql-17[0-9.]*-[0-9a-f]{8}"));
    }
  }

  @Test
  void aThrowawayIsEmptyAtEveryStartAndLeavesDurableDataAlone() throws Exception {
    try (var server = start(temporary)) {
      execute(server.address(), "CREATE TABLE lasting ()");
    }
    for (var round = 0; round < 2; round++) {
      try (var server = EmbeddedPostgres.start(temporary, SHELF, THROWAWAY)) {
        execute(server.address(), "CREATE TABLE passing ()");
      }
      assertThat(temporary.resolve("scratch")).doesNotExist();
    }
    try (var server = start(temporary)) {
      execute(server.address(), "DROP TABLE lasting");
    }
  }

  @Test
  void isRefusedWhileThisJvmHoldsTheFolderAndGoesOnHoldingItAgainstOthers() throws Exception {
    try (var server = start(temporary)) {
      assertThatThrownBy(() -> start(temporary))
          .isInstanceOfSatisfying(
              FolderInUse.class,
              refused -> assertThat(refused.pid()).hasValue(ProcessHandle.current().pid()))
          .hasMessageContaining(temporary.toRealPath().toString())
          .hasMessageContaining("(pid " + ProcessHandle.current().pid() + ")");
      assertThat(EmbeddedPostgres.attach(temporary)).contains(server.address());
      try (var other = OtherJvm.run("start", temporary.toString(), SHELF.toString())) {
        assertThat(other.says()).isEqualTo("refused " + ProcessHandle.current().pid());
      }
      try (var other = OtherJvm.run("attach", temporary.toString())) {
        assertThat(other.says()).isEqualTo("Optional[" + server.address() + "]");
      }
    }
  }

  @Test
  void keepsEveryCommittedRowWhenTheJvmIsKilled() throws Exception {
    var committed = 0;
    DatabaseAddress address;
    long orphan;
    try (var other = OtherJvm.run("write", temporary.toString(), SHELF.toString())) {
      while (committed < 200) {
        committed = Integer.parseInt(other.says());
      }
      assertThatThrownBy(() -> start(temporary))
          .isInstanceOfSatisfying(
              FolderInUse.class, refused -> assertThat(refused.pid()).hasValue(other.pid()));
      address = EmbeddedPostgres.attach(temporary).orElseThrow();
      assertThat(Integer.parseInt(query(address, "SELECT count(*) FROM row_of_test")))
          .isGreaterThanOrEqualTo(committed);
      orphan = postmaster(temporary);
      other.kill();
      for (var said = other.says(); !said.isEmpty(); said = other.says()) {
        committed = Integer.parseInt(said);
      }
    }
    var orphanLived = alive(orphan);
    var attached = EmbeddedPostgres.attach(temporary);

    var began = System.nanoTime();
    try (var server = start(temporary)) {
      var took = Duration.ofNanos(System.nanoTime() - began);
      System.out.println("Recovered from kill -9 of the JVM in " + took.toMillis() + " ms");
      assertThat(took).isLessThan(Duration.ofSeconds(20));
      assertThat(orphanLived).isTrue();
      assertThat(attached).isEmpty();
      assertThat(alive(orphan)).isFalse();
      assertThat(Integer.parseInt(query(server.address(), "SELECT count(*) FROM row_of_test")))
          .isBetween(committed, committed + 1); // the last may be committed and not yet said
      assertThat(server.password()).isEqualTo(address.password());
    }
  }

  @Test
  void recoversWhenTheServerItselfIsKilledWhileABackendIsBusy() throws Exception {
    var server = start(temporary);
    execute(server.address(), "CREATE TABLE kept AS SELECT 1 AS number");
    try (var connection = DriverManager.getConnection(server.address().jdbcUrlWithPassword());
        var statement = connection.createStatement()) {
      var busy =
          Thread.startVirtualThread(
              () -> {
                try {
                  statement.execute(
                      "SELECT sum(a) FROM generate_series(1, 3000) AS x(a), generate_series(1,"
                          + " 9000)");
                } catch (SQLException _) {
                  // as expected: its server is gone
                }
              });
      var waiting = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT sum%'";
      while (query(server.address(), waiting).equals("0")) {
        Thread.onSpinWait();
      }
      ProcessHandle.of(postmaster(temporary)).orElseThrow().destroyForcibly();
      server.close();
      var began = System.nanoTime();
      try (var again = start(temporary)) {
        System.out.printf(
            "Recovered from kill -9 of the server in %d ms%n",
            Duration.ofNanos(System.nanoTime() - began).toMillis());
        assertThat(query(again.address(), "SELECT number FROM kept")).isEqualTo("1");
      }
      busy.join();
    }
  }

  @Test
  void leavesNoProcessWhenClosedThoughClientsAreConnectedAndMayBeClosedTwice() throws Exception {
    var server = start(temporary);
    var process = ProcessHandle.of(postmaster(temporary)).orElseThrow();
    var family = process.descendants().toList();
    assertThat(family).isNotEmpty();
    try (var connection = DriverManager.getConnection(server.address().jdbcUrlWithPassword())) {
      assertThat(connection.isValid(1)).isTrue();
      server.close();
    }
    server.close();
    // what has ended is a zombie until the system takes it away, and to Java alive until then
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(family).noneMatch(ProcessHandle::isAlive);
    assertThat(EmbeddedPostgres.attach(temporary)).isEmpty();
  }

  @Test
  void isOutOfReachOfCtrlCAtTheTerminalSinceWeStopItLast() throws Exception {
    try (var server = start(temporary)) {
      var pid = postmaster(temporary);
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var processGroup = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 4)[2];
      assertThat(processGroup).isEqualTo(Long.toString(pid));
      assertThat(server.address().user()).isEqualTo("estate");
    }
  }

  @Test
  void doesNotAttachToTheOrphanOfAnotherDurability() throws Exception {
    List<String> pidFile;
    try (var server = start(temporary)) {
      pidFile = Files.readAllLines(temporary.resolve("data/postmaster.pid"));
      assertThat(EmbeddedPostgres.attach(temporary)).contains(server.address());
    }
    Files.write(temporary.resolve("data/postmaster.pid"), pidFile);
    try (var server = EmbeddedPostgres.start(temporary, SHELF, THROWAWAY)) {
      assertThat(EmbeddedPostgres.attach(temporary)).contains(server.address());
    }
  }

  @Test
  void attachesToNothingWhereNobodyRuns() {
    assertThat(EmbeddedPostgres.attach(temporary)).isEmpty();
    assertThat(EmbeddedPostgres.attach(temporary.resolve("missing"))).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void startsOverWhereAnEarlierStartGotHalfWay() throws Exception {
    Files.createFile(temporary.resolve(FolderLock.NAME));
    Files.writeString(temporary.resolve("data.password"), "");
    Files.createDirectories(temporary.resolve("data.new/base"));
    Files.writeString(temporary.resolve("data.new/PG_VERSION"), "17");
    try (var server = start(temporary)) {
      assertThat(query(server.address(), "SELECT 1")).isEqualTo("1");
      assertThat(temporary.resolve("data.new")).doesNotExist();
    }
  }

  @Test
  void refusesAFolderOfSomebodyElseAndLeavesItAsItIs() throws Exception {
    var letter = temporary.resolve("letter.txt");
    Files.writeString(letter, "Dear Sir");
    assertThatThrownBy(() -> start(temporary))
        .isInstanceOfSatisfying(
            FolderNotOurs.class, refused -> assertThat(refused.folder()).isEqualTo(temporary))
        .hasMessageContaining(temporary.toString());
    assertThatThrownBy(() -> start(letter)).isInstanceOf(FolderNotOurs.class);
    assertThat(temporary).isDirectoryContaining(letter::equals);
    try (var files = Files.list(temporary)) {
      assertThat(files).containsExactly(letter);
    }
    assertThat(letter).hasContent("Dear Sir");
  }

  @Test
  void saysWhatTheServerSaidWhenItDoesNotStart() throws Exception {
    start(temporary).close();
    Files.delete(temporary.resolve("data/global/pg_control"));
    assertThatThrownBy(() -> start(temporary)).hasMessageContaining("pg_control");
    assertThat(EmbeddedPostgres.attach(temporary)).isEmpty();
  }

  @Test
  void isNotStoppedByAServerNumberThatIsNowAStrangersOrAZombies() throws Exception {
    List<String> pidFile;
    try (var server = start(temporary)) {
      pidFile = Files.readAllLines(temporary.resolve("data/postmaster.pid"));
      assertThat(pidFile).hasSizeGreaterThanOrEqualTo(8);
      assertThat(server.user()).isEqualTo("estate");
    }
    var stranger = new ProcessBuilder("sh", "-c", "true & exec sleep 60").start();
    try {
      assertThat(Commands.until(Duration.ofSeconds(10), () -> zombieOf(stranger) != 0)).isTrue();
      for (var pid : List.of(stranger.pid(), zombieOf(stranger))) {
        pidFile.set(0, Long.toString(pid));
        Files.write(temporary.resolve("data/postmaster.pid"), pidFile);
        try (var server = start(temporary)) {
          assertThat(query(server.address(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(stranger.isAlive()).isTrue();
      }
      Files.writeString(temporary.resolve("data/postmaster.pid"), "");
      start(temporary).close();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void copiesATemplateForADatabase() throws Exception {
    try (var server = EmbeddedPostgres.start(temporary, SHELF, THROWAWAY)) {
      execute(server.createDatabase("template_of_test"), "CREATE TABLE trust ()");
      var copy = server.createDatabase("copy_of_it", "template_of_test");
      assertThat(query(copy, "SELECT count(*) FROM trust")).isEqualTo("0");
      assertThat(query(server.createDatabase("empty"), "SELECT to_regclass('trust')")).isNull();
      assertThatThrownBy(() -> server.createDatabase("x; DROP DATABASE postgres"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> server.createDatabase("empty"))
          .hasRootCauseMessage("ERROR: database \"empty\" already exists");
    }
  }

  static EmbeddedPostgres start(Path folder) {
    return EmbeddedPostgres.start(folder, SHELF, DURABLE);
  }

  static void execute(DatabaseAddress address, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection(address.jdbcUrlWithPassword());
        var statement = connection.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
    }
  }

  static String query(DatabaseAddress address, String query) throws SQLException {
    try (var connection = DriverManager.getConnection(address.jdbcUrlWithPassword());
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  static long postmaster(Path folder) throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
  }

  private static boolean alive(long pid) throws IOException {
    return ProcessHandle.of(pid).isPresent() && !zombie(pid);
  }

  /// The child that the process never collects; 0 as long as there is none.
  private static long zombieOf(Process parent) throws IOException {
    for (var child : parent.children().toList()) {
      if (zombie(child.pid())) {
        return child.pid();
      }
    }
    return 0;
  }

  private static boolean zombie(long pid) throws IOException {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
    } catch (NoSuchFileException _) {
      return false;
    }
  }
}
