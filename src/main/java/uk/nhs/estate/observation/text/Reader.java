package uk.nhs.estate.observation.text;

/// Reads a header field's value from left to right, in the words of HTTP's grammar (RFC 9110 §5.6).
final class Reader {
  private static final String IN_TOKENS = "!#$%&'*+-.^_`|~";

  private final String text;
  private int at = 0;

  Reader(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /// Goes past a character if it comes next.
  boolean skip(char c) {
    boolean next = at < text.length() && text.charAt(at) == c;
    at += next ? 1 : 0;
    return next;
  }

  /// Goes to the next such character, or to the end.
  void skipTo(char c) {
    int next = text.indexOf(c, at);
    at = next < 0 ? text.length() : next;
  }

  void skipSpaces() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  /// The token that comes next, maybe empty.
  String token() {
    int start = at;
    while (at < text.length() && isInTokens(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /// What a token or a quoted string stands for; a string without its end stops the reader before
  /// it.
  String tokenOrQuotedString() {
    int start = at;
    if (!skip('"')) {
      return token();
    }
    var value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 1 : 0;
      value.append(at < text.length() ? text.charAt(at++) : "");
    }
    if (!skip('"')) {
      at = start;
      return "";
    }
    return value.toString();
  }

  private static boolean isInTokens(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || IN_TOKENS.indexOf(c) >= 0;
  }
}
