package uk.nhs.estate.observation.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Cuts a page into tags, texts and comments as browsers do (HTML §13.2.5), each character looked
/// at a bounded number of times whatever the page says. No tree is built: what builds one takes
/// long over pages that were made to be slow.
final class Tokens {

  /// What comes next.
  enum Kind {
    START,
    END,
    TEXT,
    COMMENT,
    NOTHING
  }

  private static final int FEW = 32;

  private final String html;
  private Map<String, String> attributes = new HashMap<>();
  private int at = 0;
  private int from = 0;
  private int to = 0;
  private String name = "";
  private boolean closesItself = false;

  Tokens(String html) {
    this.html = html;
  }

  /// The name of the tag, in lower case.
  String name() {
    return name;
  }

  /// The tag's attributes by their names in lower case; their values as written.
  Map<String, String> attributes() {
    return attributes;
  }

  /// The value of an attribute; empty if the tag does not have it.
  String attribute(String named) {
    var value = attributes.get(named);
    return value == null
        ? ""
        : value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  boolean has(String named) {
    return attributes.containsKey(named);
  }

  /// Whether a slash ends the tag, which counts in SVG and MathML alone.
  boolean closesItself() {
    return closesItself;
  }

  /// The text or comment as written, or its beginning.
  String text(int longest) {
    return html.substring(from, Math.min(to, from + longest));
  }

  /// Goes on to what comes next.
  ///
  /// @param foreign whether it stands in SVG or MathML
  Kind next(boolean foreign) {
    if (at >= html.length()) {
      return Kind.NOTHING;
    }
    if (html.charAt(at) != '<') {
      return textUntil(html.indexOf('<', at));
    }
    char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    if (isLetter(next)) {
      return tag(at + 1, Kind.START, foreign);
    }
    return switch (next) {
      case '/' -> endTag(foreign);
      case '!' -> declaration(foreign);
      case '?' -> commentUntil(at + 1, html.indexOf('>', at + 1), 1);
      default -> textUntil(html.indexOf('<', at + 1));
    };
  }

  private Kind textUntil(int end) {
    from = at;
    to = end < 0 ? html.length() : end;
    at = to;
    return Kind.TEXT;
  }

  private Kind commentUntil(int start, int end, int closing) {
    from = start;
    to = end < 0 ? html.length() : end;
    at = end < 0 ? html.length() : end + closing;
    return Kind.COMMENT;
  }

  private Kind endTag(boolean foreign) {
    char first = at + 2 < html.length() ? html.charAt(at + 2) : ' ';
    if (isLetter(first)) {
      return tag(at + 2, Kind.END, foreign);
    }
    return at + 2 == html.length()
        ? textUntil(-1)
        : commentUntil(at + 2, html.indexOf('>', at + 2), 1);
  }

  private Kind declaration(boolean foreign) {
    if (html.startsWith("--", at + 2)) {
      return comment(at + 4);
    }
    if (foreign && html.startsWith("[CDATA[", at + 2)) {
      at += 9;
      int end = html.indexOf("]]>", at);
      textUntil(end);
      at = end < 0 ? html.length() : end + 3;
      return Kind.TEXT;
    }
    return commentUntil(at + 2, html.indexOf('>', at + 2), 1);
  }

  private Kind comment(int start) {
    if (html.startsWith(">", start)) {
      return commentUntil(start, start, 1);
    }
    if (html.startsWith("->", start)) {
      return commentUntil(start, start, 2);
    }
    for (int dashes = html.indexOf("--", start);
        dashes >= 0;
        dashes = html.indexOf("--", dashes + 1)) {
      if (html.startsWith(">", dashes + 2)) {
        return commentUntil(start, dashes, 3);
      }
      if (html.startsWith("!>", dashes + 2)) {
        return commentUntil(start, dashes, 4);
      }
    }
    return commentUntil(start, -1, 0);
  }

  private Kind tag(int start, Kind kind, boolean foreign) {
    if (attributes.size() > FEW) {
      attributes = new HashMap<>(); // to empty a large one takes as long as it was large
    } else {
      attributes.clear();
    }
    closesItself = false;
    at = start;
    while (at < html.length() && !endsName(html.charAt(at))) {
      at++;
    }
    name = html.substring(start, at).toLowerCase(Locale.ROOT);
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '>') {
        at++;
        return kind;
      }
      if (isSpace(c) || c == '/') {
        at++;
        closesItself = c == '/' && html.startsWith(">", at);
      } else {
        attribute();
      }
    }
    return Kind.NOTHING; // a tag without its end is none
  }

  private void attribute() {
    int start = at++; // an equals sign may begin a name
    while (at < html.length() && !endsName(html.charAt(at)) && html.charAt(at) != '=') {
      at++;
    }
    var attribute = html.substring(start, at).toLowerCase(Locale.ROOT);
    int equals = afterSpaces(at);
    if (!html.startsWith("=", equals)) {
      attributes.putIfAbsent(attribute, "");
      return;
    }
    at = afterSpaces(equals + 1);
    if (at < html.length()) {
      attributes.putIfAbsent(attribute, value());
    }
  }

  private String value() {
    char quote = html.charAt(at);
    int start = at;
    if (quote == '"' || quote == '\'') {
      int end = html.indexOf(quote, start + 1);
      at = end < 0 ? html.length() : end + 1;
      return html.substring(start + 1, end < 0 ? html.length() : end);
    }
    while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>') {
      at++;
    }
    return html.substring(start, at);
  }

  private int afterSpaces(int start) {
    int end = start;
    while (end < html.length() && isSpace(html.charAt(end))) {
      end++;
    }
    return end;
  }

  /// What stands between here and the end tag of that name, which comes next; everything if there
  /// is none.
  String rawText(String element) {
    from = at;
    int end = html.indexOf("</", at);
    while (end >= 0 && !isNamed(end + 2, element)) {
      end = html.indexOf("</", end + 2);
    }
    to = end < 0 ? html.length() : end;
    at = to;
    return html.substring(from, to);
  }

  /// All that is left.
  String rest() {
    textUntil(-1);
    return html.substring(from);
  }

  /// What stands between here and the end of a script, where comments hide the ends of scripts
  /// within (HTML §13.2.5.15 and those after it); null if it has no end, as such a script is not
  /// run.
  @Nullable String script() {
    from = at;
    int hidden = 0; // 1 within a comment, 2 within a script within a comment
    for (int here = at; here < html.length(); here++) {
      char c = html.charAt(here);
      if (c == '<') {
        if (hidden == 0 && html.startsWith("!--", here + 1)) {
          hidden = 1;
          here++;
        } else if (html.startsWith("/", here + 1) && isNamed(here + 2, "script")) {
          if (hidden < 2) {
            to = here;
            at = here;
            return html.substring(from, to);
          }
          hidden = 1;
        } else if (hidden == 1 && isNamed(here + 1, "script")) {
          hidden = 2;
        }
      } else if (c == '-' && hidden > 0 && html.startsWith("->", here + 1)) {
        hidden = 0;
      }
    }
    at = html.length();
    return null;
  }

  private boolean isNamed(int start, String element) {
    int end = start + element.length();
    return html.regionMatches(true, start, element, 0, element.length())
        && end < html.length()
        && endsName(html.charAt(end));
  }

  private static boolean endsName(char c) {
    return isSpace(c) || c == '/' || c == '>';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
