package uk.nhs.estate.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Runs other programs, never for longer than a limit.
final class Commands {
  private static final int MAX_OUTPUT = 16_384;

  private Commands() {}

  record Outcome(int status, String said) {}

  interface Condition {
    boolean met() throws IOException;
  }

  /// A command that no `PG…` variable and no locale of the user's reaches.
  static ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  /// Runs a command that says little: one that fills the pipe is stopped at the limit.
  static Outcome run(Duration limit, List<String> command) throws IOException {
    var process = builder(command).start();
    process.getOutputStream().close();
    if (!until(limit, () -> !process.isAlive())) {
      process.destroyForcibly();
      throw new IOException("Not done within " + limit.toSeconds() + " s: " + command);
    }
    return new Outcome(
        process.exitValue(), new String(process.getInputStream().readNBytes(MAX_OUTPUT), UTF_8));
  }

  /// Whether the command is there and ends well.
  static boolean works(List<String> command) {
    try {
      return run(Duration.ofSeconds(5), command).status() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  static void pause() throws IOException {
    until(Duration.ofMillis(50), () -> false);
  }

  /// Waits for the condition, whole even when interrupted: a server half started or half stopped
  /// serves nobody, and the limit bounds it.
  static boolean until(Duration limit, Condition condition) throws IOException {
    var end = System.nanoTime() + limit.toNanos();
    var interrupted = false;
    try {
      while (!condition.met()) {
        if (System.nanoTime() - end > 0) {
          return false;
        }
        try {
          Thread.sleep(5);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
