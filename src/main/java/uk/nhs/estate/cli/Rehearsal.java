package uk.nhs.estate.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import uk.nhs.estate.practice.PracticeEstate;

/// Has another process look at the TLS of a pretend server, so that the Java platform can keep what
/// it loads for that (JEP 483, JEP 514) and need not load it again. `bin/estate` has it done once
/// after each build.
public final class Rehearsal {
  private static final String HOST = "www.northmoor-hospitals.test";
  private static final int MOST_SECONDS = 300;

  private Rehearsal() {}

  /// @param start the command line that starts the program, and has the platform keep what it loads
  public static void main(String[] start) throws IOException, InterruptedException {
    try (var practice = PracticeEstate.start(Instant.now())) {
      var look =
          List.of(
              "scan-tls",
              HOST + ":" + practice.httpsPort(),
              "--address",
              practice.web().addressOf(HOST).getHostAddress(),
              "--allow-network",
              PracticeEstate.NETWORKS.getFirst());
      var process =
          new ProcessBuilder(Stream.concat(Stream.of(start), look.stream()).toList())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    System.exit(0); // threads of the practice estate may still be about to end
  }
}
