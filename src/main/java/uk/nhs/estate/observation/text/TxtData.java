package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;

/// The character-strings of a TXT record (RFC 1035 §3.3.14).
///
/// @param strings each byte one character (ISO 8859-1)
public record TxtData(List<String> strings) {

  private static final int LONGEST = 255;

  public TxtData {
    strings = List.copyOf(strings);
  }

  /// Reads RDATA in presentation format (RFC 1035 §5.1): strings in quotation marks or without,
  /// with `\DDD` for any byte and `\X` for a character that would mean something.
  ///
  /// @throws IllegalArgumentException for text that is no RDATA; it is written by us, not by others
  public static TxtData parse(String rdata) {
    var strings = new ArrayList<String>();
    var string = new StringBuilder();
    boolean quoted = false;
    boolean inside = false;
    for (int at = 0; at < rdata.length(); at++) {
      char c = rdata.charAt(at);
      if (c == '"') {
        if (inside && !quoted) {
          throw new IllegalArgumentException("A quotation mark inside a word: " + rdata);
        }
        quoted = !quoted;
        inside = quoted;
        if (!quoted) {
          strings.add(take(string));
        }
      } else if (!quoted && (c == ' ' || c == '\t')) {
        if (inside) {
          strings.add(take(string));
        }
        inside = false;
      } else if (c == '\\') {
        inside = true;
        int length = escapeLength(rdata, at + 1);
        string.append(
            length == 3
                ? (char) Integer.parseInt(rdata.substring(at + 1, at + 4))
                : rdata.charAt(at + 1));
        at += length;
      } else {
        inside = true;
        string.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("A string without its end: " + rdata);
    }
    if (inside) {
      strings.add(take(string));
    }
    return new TxtData(strings);
  }

  /// Writes a text as RDATA in presentation format: in quotation marks, cut into strings of as many
  /// characters as one can hold (RFC 1035 §3.3).
  ///
  /// @param text each character one byte (ISO 8859-1)
  public static String written(String text) {
    var strings = new ArrayList<String>();
    for (int start = 0; start == 0 || start < text.length(); start += LONGEST) {
      var string = new StringBuilder("\"");
      for (int at = start; at < Math.min(start + LONGEST, text.length()); at++) {
        char c = text.charAt(at);
        if (c == '"' || c == '\\') {
          string.append('\\').append(c);
        } else if (c < ' ' || c > '~') {
          string.append("\\%03d".formatted((int) c));
        } else {
          string.append(c);
        }
      }
      strings.add(string.append('"').toString());
    }
    return String.join(" ", strings);
  }

  /// The strings as one text, as SPF and DMARC read them (RFC 7208 §3.3).
  public String joined() {
    return String.join("", strings);
  }

  private static String take(StringBuilder string) {
    var taken = string.toString();
    string.setLength(0);
    return taken;
  }

  private static int escapeLength(String rdata, int at) {
    if (at >= rdata.length()) {
      throw new IllegalArgumentException("A backslash at the end: " + rdata);
    }
    if (!isDigit(rdata.charAt(at))) {
      return 1;
    }
    if (at + 3 > rdata.length()
        || !isDigit(rdata.charAt(at + 1))
        || !isDigit(rdata.charAt(at + 2))
        || Integer.parseInt(rdata.substring(at, at + 3)) > 255) {
      throw new IllegalArgumentException("Not a byte: " + rdata.substring(at - 1));
    }
    return 3;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
