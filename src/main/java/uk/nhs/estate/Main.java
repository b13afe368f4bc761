package uk.nhs.estate;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import uk.nhs.estate.cli.EstateCommand;

/// Starts the program.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = EstateCommand.run(out, err, arguments);
    out.flush();
    System.exit(status);
  }
}
