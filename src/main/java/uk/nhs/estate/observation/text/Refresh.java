package uk.nhs.estate.observation.text;

import java.util.Optional;

/// What a page says to be shown in its place: a `meta` element or a field named `Refresh` (HTML
/// §4.2.5.3, "shared declarative refresh steps").
///
/// @param seconds after how long
/// @param url as written; empty when the page itself is to be loaded again
public record Refresh(long seconds, String url) {

  private static final int MOST_DIGITS = 9;

  /// Reads the content of the element or the field's value; empty when browsers ignore it.
  public static Optional<Refresh> parse(String content) {
    int at = skipSpaces(content, 0);
    int start = at;
    while (at < content.length() && isDigit(content.charAt(at))) {
      at++;
    }
    boolean fraction = at < content.length() && content.charAt(at) == '.';
    if (at == start && !fraction) {
      return Optional.empty();
    }
    var digits = content.substring(start, Math.min(at, start + MOST_DIGITS));
    long seconds = digits.isEmpty() ? 0 : Long.parseLong(digits);
    while (at < content.length() && (isDigit(content.charAt(at)) || content.charAt(at) == '.')) {
      at++;
    }
    if (at == content.length()) {
      return Optional.of(new Refresh(seconds, ""));
    }
    char parting = content.charAt(at);
    if (parting != ';' && parting != ',' && !isSpace(parting)) {
      return Optional.empty();
    }
    at = skipSpaces(content, at);
    if (at < content.length() && (content.charAt(at) == ';' || content.charAt(at) == ',')) {
      at = skipSpaces(content, at + 1);
    }
    return Optional.of(new Refresh(seconds, url(content.substring(at))));
  }

  /// The word `url` and its equals sign may be left out; quotation marks end the address.
  private static String url(String rest) {
    int at = 0;
    if (rest.regionMatches(true, 0, "url", 0, 3)) {
      int sign = skipSpaces(rest, 3);
      if (sign < rest.length() && rest.charAt(sign) == '=') {
        at = skipSpaces(rest, sign + 1);
      }
    }
    if (at < rest.length() && (rest.charAt(at) == '\'' || rest.charAt(at) == '"')) {
      int end = rest.indexOf(rest.charAt(at), at + 1);
      return rest.substring(at + 1, end < 0 ? rest.length() : end).strip();
    }
    return rest.substring(at).strip();
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
