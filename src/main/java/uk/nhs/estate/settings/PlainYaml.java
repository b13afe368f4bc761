package uk.nhs.estate.settings;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the plain YAML that our own settings are written in, so that a short command need not load
/// a library for all of YAML, which takes it longer than anything else.
///
/// Whatever is not plain beyond doubt is left to the full reader.
final class PlainYaml {
  private static final String SCALAR =
      "(?:\"[^\"\\\\]*\"|null|true|false|0|[1-9][0-9]{0,8}|P[0-9A-Z.]+|[0-9]{4}-[0-9]{2}-[0-9]{2})";

  /// `key:`, `key: value` or `key: [value, value]`, two spaces further in for each map around it.
  private static final Pattern LINE =
      Pattern.compile(
          "((?: {2}){0,4})([a-z][a-z0-9.-]*):(?: (%1$s|\\[(?:%1$s(?:, %1$s)*)?\\]))?"
              .formatted(SCALAR));

  private PlainYaml() {}

  /// The values as they are written by their keys, those of maps around them before it and slashes
  /// between; nothing if the text is not plain.
  static Optional<Map<String, String>> read(String text) {
    var values = new LinkedHashMap<String, String>();
    var around = new ArrayDeque<String>();
    boolean opened = false;
    for (var line : text.split("\n", -1)) {
      if (line.isEmpty() || line.stripLeading().startsWith("#")) {
        continue;
      }
      var parts = LINE.matcher(line);
      if (!parts.matches()) {
        return Optional.empty();
      }
      int depth = parts.group(1).length() / 2;
      if (depth > around.size() || opened && depth < around.size()) {
        return Optional.empty(); // too far in, or a map with nothing in it
      }
      while (depth < around.size()) {
        around.removeLast();
      }
      opened = parts.group(3) == null;
      around.addLast(parts.group(2));
      if (!opened) {
        if (values.put(String.join("/", around), parts.group(3)) != null) {
          return Optional.empty();
        }
        around.removeLast();
      }
    }
    return opened ? Optional.empty() : Optional.of(values);
  }
}
