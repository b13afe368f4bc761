package uk.nhs.estate.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the plain YAML that our own settings are written in, so that a short command need not load
/// a library for all of YAML, which takes it longer than anything else.
///
/// Whatever is not plain beyond doubt is left to the full reader.
final class PlainYaml {
  private static final String SCALAR =
      "(?:\"[^\"\\\\]*\"|[A-Za-z0-9][A-Za-z0-9 ._/+-]*(?::[A-Za-z0-9./+-]+)*)";
  private static final Pattern VALUE =
      Pattern.compile("%1$s|\\[(?:%1$s(?:, %1$s)*)?\\]".formatted(SCALAR));
  private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9 .-]*):(?: (.+))?");

  /// A line without what stands before it.
  private record Line(int indent, String text) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private int at;

  private PlainYaml() {}

  /// The values as they are written by their keys, those of what is around them before it and
  /// slashes between; the items of a list are numbered from 0. Nothing if the text is not plain.
  static Optional<Map<String, String>> read(String text) {
    var yaml = new PlainYaml();
    for (var line : text.split("\n", -1)) {
      var bare = line.stripLeading();
      if (!bare.isEmpty() && !bare.startsWith("#")) {
        yaml.lines.add(new Line(line.length() - bare.length(), bare));
      } else if (line.indexOf('\t') >= 0) {
        return Optional.empty();
      }
    }
    return yaml.block(0, "") && yaml.at == yaml.lines.size()
        ? Optional.of(yaml.values)
        : Optional.empty();
  }

  private boolean block(int indent, String path) {
    if (!isAt(indent)) {
      return false;
    }
    return lines.get(at).text().startsWith("- ") ? list(indent, path) : map(indent, path);
  }

  private boolean list(int indent, String path) {
    for (int number = 0; isAt(indent) && lines.get(at).text().startsWith("- "); number++) {
      var item = lines.get(at).text().substring(2);
      if (KEY.matcher(item).matches()) {
        lines.set(at, new Line(indent + 2, item));
        if (!map(indent + 2, path + number + "/")) {
          return false;
        }
      } else {
        at++;
        if (!put(path + number, item)) {
          return false;
        }
      }
    }
    return isOver(indent);
  }

  private boolean map(int indent, String path) {
    while (isAt(indent)) {
      var parts = KEY.matcher(lines.get(at).text());
      if (!parts.matches()) {
        return false;
      }
      at++;
      var key = path + parts.group(1);
      boolean fine =
          parts.group(2) != null
              ? put(key, parts.group(2))
              : at < lines.size()
                  && lines.get(at).indent() > indent
                  && block(lines.get(at).indent(), key + "/");
      if (!fine) {
        return false;
      }
    }
    return isOver(indent);
  }

  private boolean isAt(int indent) {
    return at < lines.size() && lines.get(at).indent() == indent;
  }

  private boolean isOver(int indent) {
    return at == lines.size() || lines.get(at).indent() < indent;
  }

  private boolean put(String key, String value) {
    return VALUE.matcher(value).matches() && !value.endsWith(" ") && values.put(key, value) == null;
  }
}
