package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;

/// Splits the values of a header field as browsers do.
final class CommaSeparated {
  private CommaSeparated() {}

  /// "Get, decode, and split" of the Fetch standard (§2.2.2): field lines are joined by commas and
  /// split at every comma outside quotation marks, each value without the spaces around it. A value
  /// may be empty.
  ///
  /// @param lines the values of all field lines of one name; none gives none
  static List<String> split(List<String> lines) {
    var values = new ArrayList<String>();
    if (lines.isEmpty()) {
      return values;
    }
    var all = String.join(",", lines);
    int start = 0;
    boolean quoted = false;
    for (int at = 0; at < all.length(); at++) {
      char c = all.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        at++;
      } else if (c == ',' && !quoted) {
        values.add(trim(all.substring(start, at)));
        start = at + 1;
      }
    }
    values.add(trim(all.substring(start)));
    return values;
  }

  /// Without HTTP's optional white space (RFC 9110 §5.6.3) around it.
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
