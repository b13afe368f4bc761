package uk.nhs.estate.observation.page;

import java.util.Locale;
import java.util.function.BiConsumer;
import uk.nhs.estate.observation.page.Markup.Resource.Kind;

/// Finds what CSS loads: `url()` and the strings of `@import`, outside of comments and other
/// strings (CSS Syntax Level 3 §4).
final class StyleAddresses {
  private static final int LONGEST_NAME = 20;

  private final String css;
  private final BiConsumer<Kind, String> found;
  private int at = 0;
  private String rule = "";

  private StyleAddresses(String css, BiConsumer<Kind, String> found) {
    this.css = css;
    this.found = found;
  }

  static void find(String css, BiConsumer<Kind, String> found) {
    new StyleAddresses(css, found).run();
  }

  private void run() {
    while (at < css.length()) {
      char c = css.charAt(at);
      if (css.startsWith("/*", at)) {
        int end = css.indexOf("*/", at + 2);
        at = end < 0 ? css.length() : end + 2;
      } else if (c == '"' || c == '\'') {
        var text = string();
        if (rule.equals("import")) {
          tell(text);
        }
      } else if (c == '@') {
        at++;
        rule = name();
      } else if (isOfNames(c)) {
        word();
      } else {
        at++;
        if (c == ';' || c == '}' || c == '{' && !rule.equals("font-face")) {
          rule = "";
        }
      }
    }
  }

  private void word() {
    var word = name();
    if (!word.equals("url") || at >= css.length() || css.charAt(at) != '(') {
      return;
    }
    at++;
    while (at < css.length() && Tokens.isSpace(css.charAt(at))) {
      at++;
    }
    if (at < css.length()) {
      char c = css.charAt(at);
      tell(c == '"' || c == '\'' ? string() : bare());
    }
  }

  private void tell(String address) {
    var kind =
        switch (rule) {
          case "import" -> Kind.STYLESHEET;
          case "font-face" -> Kind.FONT;
          default -> Kind.IMAGE;
        };
    if (!rule.equals("namespace") && !address.isEmpty()) {
      found.accept(kind, address);
    }
    if (kind == Kind.STYLESHEET) {
      rule = "";
    }
  }

  /// A name in lower case; of one that is too long to matter, only the beginning.
  private String name() {
    var name = new StringBuilder();
    while (at < css.length() && isOfNames(css.charAt(at))) {
      int point = css.charAt(at) == '\\' ? escape() : css.charAt(at++);
      if (name.length() < LONGEST_NAME) {
        name.appendCodePoint(point);
      }
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private String string() {
    char quote = css.charAt(at++);
    var text = new StringBuilder();
    while (at < css.length() && css.charAt(at) != quote) {
      char c = css.charAt(at);
      if (c == '\n') { // a string that is not closed ends with its line
        return "";
      }
      if (c == '\\' && at + 1 < css.length() && css.charAt(at + 1) == '\n') {
        at += 2;
      } else {
        text.appendCodePoint(c == '\\' ? escape() : css.charAt(at++));
      }
    }
    at++;
    return text.toString();
  }

  /// An address without quotes.
  private String bare() {
    var text = new StringBuilder();
    while (at < css.length() && css.charAt(at) != ')') {
      text.appendCodePoint(css.charAt(at) == '\\' ? escape() : css.charAt(at++));
    }
    at++;
    return text.toString().strip();
  }

  /// What a reverse solidus and what follows it stand for.
  private int escape() {
    at++;
    int point = 0;
    int digits = 0;
    while (digits < 6 && at < css.length() && Character.digit(css.charAt(at), 16) >= 0) {
      point = point * 16 + Character.digit(css.charAt(at++), 16);
      digits++;
    }
    if (digits == 0) {
      return at < css.length() ? css.charAt(at++) : 0xFFFD;
    }
    if (at < css.length() && Tokens.isSpace(css.charAt(at))) {
      at++;
    }
    return point == 0 || point > Character.MAX_CODE_POINT ? 0xFFFD : point;
  }

  private static boolean isOfNames(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_'
        || c == '\\'
        || c >= 0x80;
  }
}
