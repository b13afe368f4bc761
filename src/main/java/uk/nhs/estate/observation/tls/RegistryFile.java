package uk.nhs.estate.observation.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// A table of numbers and what they mean, kept as a text beside the classes.
final class RegistryFile {
  private RegistryFile() {}

  /// Reads one entry from each line; those that begin with `#` are words for people.
  ///
  /// @param entry makes an entry of the columns
  static <T> List<T> read(String name, Function<String[], T> entry) {
    try (var in = RegistryFile.class.getResourceAsStream("/tls/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> entry.apply(line.split(" ")))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Whether a number is one of those that mean nothing and are sent to see whether the other side
  /// minds (RFC 8701 §3.1).
  static boolean isGrease(int code) {
    return code <= 0xffff && (code & 0x0f0f) == 0x0a0a && (code >> 8) == (code & 0xff);
  }

  /// The name of a number that has none.
  static String unknown(int code) {
    return (isGrease(code) ? "GREASE (0x%04X)" : code > 0xffff ? "0x%06X" : "0x%04X")
        .formatted(code);
  }
}
