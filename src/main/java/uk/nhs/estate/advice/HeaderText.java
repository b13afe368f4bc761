package uk.nhs.estate.advice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.register.Refusal;

/// The header of one answer as somebody wrote it down: field lines, and maybe the status line
/// before them, as `curl -I` prints them.
///
/// @param http the version in the status line; none without one
/// @param status the status in the status line; none without one
public record HeaderText(@Nullable String http, @Nullable Integer status, List<Hop.Field> fields) {

  /// Scanner and browsers read no longer headers.
  public static final int LONGEST = 64 * 1024;

  private static final Pattern STATUS_LINE =
      Pattern.compile("(HTTP/[0-9](?:\\.[0-9])?) ([0-9]{3})(?: .*+)?");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]++");
  private static final int LAST_FIRST_DIGIT = 5;

  public HeaderText {
    fields = List.copyOf(fields);
  }

  /// Reads what somebody gives as the header of a page.
  ///
  /// @param source where it comes from, before the number of a line; empty if there is only one
  /// @throws Refusal that names source and line when it is none
  public static HeaderText parse(String source, byte[] octets) {
    if (octets.length > LONGEST) {
      throw refused(
          source, "it is %d bytes long; a header has %d at the most.", octets.length, LONGEST);
    }
    var text = new String(octets, StandardCharsets.ISO_8859_1);
    var lines = (text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text).split("\n", -1);
    String http = null;
    Integer status = null;
    var fields = new ArrayList<Hop.Field>();
    boolean ended = false;
    for (int at = 0; at < lines.length; at++) {
      var line =
          lines[at].endsWith("\r") ? lines[at].substring(0, lines[at].length() - 1) : lines[at];
      var where = (source.isEmpty() ? "line " : source + ", line ") + (at + 1);
      control(line)
          .ifPresent(
              point -> {
                throw refused(where, "it holds the control character U+%04X.", point);
              });
      if (line.isBlank()) {
        ended = ended || status != null || !fields.isEmpty();
        continue;
      }
      var first = STATUS_LINE.matcher(line);
      if (first.matches()) {
        if (status != null) {
          throw refused(where, "a second status line. Give the header of one answer.");
        }
        if (!fields.isEmpty()) {
          throw refused(where, "a status line after field lines. It comes first.");
        }
        http = first.group(1);
        status = status(where, first.group(2));
        continue;
      }
      if (ended) {
        throw refused(where, "there is more after the empty line that ends the header.");
      }
      fields.add(field(where, line));
    }
    if (fields.isEmpty()) {
      throw refused(source, "it holds no field line, such as X-Content-Type-Options: nosniff.");
    }
    return new HeaderText(http, status, fields);
  }

  private static Optional<Integer> control(String line) {
    return line.chars().filter(c -> (c < ' ' && c != '\t') || c == 0x7F).boxed().findFirst();
  }

  private static int status(String where, String digits) {
    int status = Integer.parseInt(digits);
    if (status < 200 || status / 100 > LAST_FIRST_DIGIT) {
      throw refused(where, "%d is not the status of a whole answer.", status);
    }
    if (status / 100 == 3) {
      throw refused(
          where, "%d is a redirect. Give the header of the page that it leads to.", status);
    }
    return status;
  }

  private static Hop.Field field(String where, String line) {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      throw refused(where, "it begins with white space. Give each field on one line.");
    }
    int colon = line.indexOf(':');
    var name = colon < 0 ? line : line.substring(0, colon);
    if (colon < 0 || !NAME.matcher(name).matches()) {
      throw refused(
          where,
          "%s is no field line: give what is sent, a name, a colon and a value.",
          Refusal.quote(utf8(line)));
    }
    return new Hop.Field(name, line.substring(colon + 1).strip());
  }

  private static String utf8(String octets) {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static Refusal refused(String where, String message, Object... parts) {
    var words = message.formatted(parts);
    return new Refusal(
        "headers",
        where.isEmpty()
            ? Character.toUpperCase(words.charAt(0)) + words.substring(1)
            : where + ": " + words);
  }
}
