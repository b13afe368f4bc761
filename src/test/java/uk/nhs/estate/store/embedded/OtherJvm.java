package uk.nhs.estate.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;

/// A second JVM for the tests: says on its output what it got to.
final class OtherJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static OtherJvm run(String... arguments) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var command =
        Stream.concat(
                Stream.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp"),
                Stream.concat(Stream.of(classPath, OtherJvm.class.getName()), Stream.of(arguments)))
            .toList();
    return new OtherJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /// What it says next; empty when it has ended.
  String says() throws IOException {
    var line = output.readLine();
    return line == null ? "" : line;
  }

  long pid() {
    return process.pid();
  }

  /// SIGKILL.
  void kill() {
    process.toHandle().destroyForcibly(); // Process.destroyForcibly() would drop what it has said
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] arguments) throws Exception {
    var command = arguments[0];
    var path = Path.of(arguments[1]);
    switch (command) {
      case "unpack" -> System.out.println(Binaries.on(path).home());
      case "attach" -> System.out.println(EmbeddedPostgres.attach(path));
      case "start" -> {
        try (var server =
            EmbeddedPostgres.start(
                path, Path.of(arguments[2]), EmbeddedPostgres.Durability.DURABLE)) {
          System.out.println("started " + server.address());
        } catch (FolderInUse e) {
          System.out.println("refused " + e.pid().orElse(0));
        }
      }
      case "write" -> write(path, Path.of(arguments[2]));
      default -> throw new IllegalArgumentException(List.of(arguments).toString());
    }
  }

  /// Commits row after row, saying each when it is committed, until killed.
  @SuppressWarnings("InfiniteLoopStatement")
  private static void write(Path folder, Path shelf) throws Exception {
    var server = EmbeddedPostgres.start(folder, shelf, EmbeddedPostgres.Durability.DURABLE);
    try (var connection = DriverManager.getConnection(server.address().jdbcUrlWithPassword());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE row_of_test (number int PRIMARY KEY)");
      for (var number = 1; ; number++) {
        statement.execute("INSERT INTO row_of_test VALUES (" + number + ")");
        System.out.println(number);
      }
    }
  }
}
