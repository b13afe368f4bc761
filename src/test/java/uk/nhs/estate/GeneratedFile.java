package uk.nhs.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that its generator keeps: a test compares it with what the generator makes now, and
/// writes it anew when Maven is run with `-Dregenerate=true`.
public record GeneratedFile(Path path) {

  /// The file at a path below the project's folder.
  public static GeneratedFile at(String path) {
    return new GeneratedFile(Path.of(path));
  }

  /// Whether generated files are to be written, not compared.
  public static boolean regenerate() {
    return Boolean.getBoolean("regenerate");
  }

  /// Fails when the file is not what its generator makes.
  public void matches(String generated) {
    try {
      if (regenerate()) {
        var folder = path.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        Files.writeString(path, generated);
      }
      assertThat(path)
          .as("%s is generated; make it anew with: mvn test -Dregenerate=true", path)
          .isRegularFile();
      assertThat(Files.readString(path))
          .as("%s is stale; make it anew with: mvn test -Dregenerate=true", path)
          .isEqualTo(generated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
