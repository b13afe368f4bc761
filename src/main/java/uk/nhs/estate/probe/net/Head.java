package uk.nhs.estate.probe.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.nhs.estate.observation.Hop.Field;

/// The head of an answer as it was sent (RFC 9112 §2.1): each octet one character.
record Head(int status, List<Field> fields) {
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[0-9] +([1-9][0-9]{2})(?: .*)?");

  /// Reads octets up to and with the empty line; nothing if they are no head of HTTP/1.
  static Optional<Head> read(byte[] octets) {
    var lines = new String(octets, StandardCharsets.ISO_8859_1).split("\n", -1);
    var status = STATUS_LINE.matcher(withoutReturn(lines[0]));
    if (!status.matches()) {
      return Optional.empty();
    }
    var fields = new ArrayList<Field>();
    for (int at = 1; at < lines.length; at++) {
      var line = withoutReturn(lines[at]);
      if (!line.isEmpty()) {
        add(fields, line);
      }
    }
    return Optional.of(new Head(Integer.parseInt(status.group(1)), List.copyOf(fields)));
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  private static void add(List<Field> fields, String line) {
    if (isBlank(line.charAt(0)) && !fields.isEmpty()) { // a folded line (RFC 9112 §5.2)
      var before = fields.removeLast();
      fields.add(new Field(before.name(), (before.value() + " " + trimmed(line)).strip()));
      return;
    }
    int colon = line.indexOf(':');
    fields.add(
        colon < 0
            ? new Field("", line) // no field line at all; browsers pass over it
            : new Field(line.substring(0, colon), trimmed(line.substring(colon + 1))));
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /// Without the blanks around it, which are not part of the value (RFC 9110 §5.5).
  private static String trimmed(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
