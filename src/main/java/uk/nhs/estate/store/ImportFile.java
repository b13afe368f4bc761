package uk.nhs.estate.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.intake.FileKind;

/// A file to import, of a kind that is known.
///
/// @param sha256 what it must hold, in hexadecimal; absent where any content will do
public record ImportFile(Path path, FileKind kind, @Nullable String sha256) {

  /// The largest file that is read: the NHS's own are below 100 MB.
  public static final long MOST_BYTES = 512L << 20;

  /// Looks at the first bytes of a file to tell its kind.
  ///
  /// @param expected the kind that it must be, if that matters
  /// @throws Refusal if it cannot be read, is too large, or is of no kind or another one
  public static ImportFile of(Path path, @Nullable FileKind expected) {
    try (var in = open(path)) {
      var kind = FileKind.recognise(in);
      if (expected != null && kind != expected) {
        throw new Refusal(
            "kind", "The file is %s, not %s.".formatted(kind.title(), expected.title()));
      }
      return new ImportFile(path, kind, null);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// The name without its folder, as people know it, fit to be shown and kept.
  public String name() {
    return name(path);
  }

  /// The same for a file that was refused.
  public static String name(Path path) {
    var last = path.getFileName();
    return Refusal.shown((last == null ? path : last).toString(), 200);
  }

  /// The same file, which must hold what it held then.
  public ImportFile holding(String expected) {
    return new ImportFile(path, kind, expected);
  }

  InputStream open() throws IOException {
    return open(path);
  }

  private static InputStream open(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new Refusal("file", "There is no such file.");
    }
    if (!Files.isRegularFile(path)) {
      throw new Refusal(
          "file", "It is no file; give one that can be read twice, no folder or pipe.");
    }
    long size = Files.size(path);
    if (size > MOST_BYTES) {
      throw new Refusal(
          "file",
          "The file has %,d bytes; %,d are read at most. Divide it into several."
              .formatted(size, MOST_BYTES));
    }
    return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
  }

  static Refusal unreadable(Exception e) {
    return new Refusal("file", "The file cannot be read: %s.".formatted(e.getMessage()));
  }
}
