package uk.nhs.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void everyJavaFileIsAsGoogleJavaFormatLeavesIt() throws Exception {
    var out = new StringWriter();
    var err = new StringWriter();
    var options =
        GeneratedFile.regenerate()
            ? Stream.of("--replace")
            : Stream.of("--dry-run", "--set-exit-if-changed");
    int status =
        new Main(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream())
            .format(Stream.concat(options, javaFiles().stream()).toArray(String[]::new));
    assertThat(status)
        .as("Format these with mvn test -Dtest=FormatTest -Dregenerate=true: %s %s", out, err)
        .isZero();
  }

  private static List<String> javaFiles() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
