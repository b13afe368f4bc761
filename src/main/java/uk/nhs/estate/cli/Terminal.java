package uk.nhs.estate.cli;

import java.util.regex.Pattern;

/// Text from outside, made safe for a terminal.
final class Terminal {
  /// Control characters and those that turn the direction of writing (Unicode general categories Cc
  /// and Cf, line and paragraph separators).
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private Terminal() {}

  /// Shows each unsafe character as its code, such as `\x1B`.
  static String safe(String text) {
    return UNSAFE
        .matcher(text)
        .replaceAll(
            match -> {
              int code = match.group().codePointAt(0);
              return code < 256
                  ? String.format("\\\\x%02X", code)
                  : String.format("\\\\u%04X", code);
            });
  }

  /// Whether somebody watches.
  static boolean isWatched() {
    return System.console() != null && System.console().isTerminal();
  }
}
