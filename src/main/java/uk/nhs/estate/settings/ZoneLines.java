package uk.nhs.estate.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// Reads a small file of records in the form of a zone file: root hints and trust anchors.
public final class ZoneLines {
  private static final int LARGEST = 64 * 1024;

  private ZoneLines() {}

  /// @param field the name of the setting or option, for the refusal
  /// @param path the file; none for the one inside the program
  /// @param bundled the name of that one in `lists`
  /// @throws Refusal when the file cannot be read
  static String read(String field, @Nullable String path, String bundled) {
    if (path != null) {
      return read(field, path);
    }
    try (var in = YamlFile.bundled("lists/" + bundled)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws Refusal when the file cannot be read
  public static String read(String field, String path) {
    try (var in = Files.newInputStream(Path.of(path))) {
      var octets = in.readNBytes(LARGEST + 1);
      if (octets.length > LARGEST) {
        throw new Refusal(field, path + " is larger than 64 KiB.");
      }
      return new String(octets, StandardCharsets.UTF_8);
    } catch (NoSuchFileException _) {
      throw new Refusal(field, "There is no file " + path + ".");
    } catch (IOException | InvalidPathException e) {
      throw new Refusal(field, "The file " + path + " cannot be read: " + e.getMessage() + ".");
    }
  }
}
