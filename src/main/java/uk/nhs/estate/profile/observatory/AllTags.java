package uk.nhs.estate.profile.observatory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;

/// Every `meta` and `script` of a page wherever it stands, which is what the Observatory counts: it
/// goes from tag to tag and makes no tree of them.
record AllTags(List<Tag> metas, List<Tag> scripts) {

  /// Of each kind; a page that has more is made to tire its readers.
  private static final int MOST = 5_000;

  /// Those in which nothing is a tag but their own end.
  private static final Set<String> OF_TEXT = Set.of("script", "style", "title", "textarea");

  /// @param attributes by name in lower case
  /// @param isInert whether it stands where browsers that run scripts do not look
  record Tag(Map<String, String> attributes, boolean isInert) {

    /// The value of an attribute; empty if it has none.
    String attr(String name) {
      return attributes.getOrDefault(name, "");
    }

    boolean hasAttr(String name) {
      return attributes.containsKey(name);
    }
  }

  static AllTags read(@Nullable Part body) {
    var tags = new AllTags(new ArrayList<>(), new ArrayList<>());
    if (body != null) {
      new Walk(body.text(), tags).go();
    }
    return tags;
  }

  /// Goes over a text once.
  private static final class Walk {
    private final String text;
    private final AllTags tags;
    private int at = 0;
    private int inert = 0;

    Walk(String text, AllTags tags) {
      this.text = text;
      this.tags = tags;
    }

    void go() {
      for (at = text.indexOf('<'); at >= 0 && at + 1 < text.length(); at = text.indexOf('<', at)) {
        char next = text.charAt(at + 1);
        if (text.startsWith("<!--", at)) {
          skipPast("-->", at + 4);
        } else if (isLetter(next)) {
          at++;
          open(name());
        } else if (next == '/') {
          at += 2;
          inert = Math.max(inert - (isAside(name()) ? 1 : 0), 0);
        } else if (next == '!' || next == '?') {
          skipPast(">", at);
        } else {
          at++;
        }
      }
    }

    private void skipPast(String end, int from) {
      int found = text.indexOf(end, from);
      at = found < 0 ? text.length() : found + end.length();
    }

    private static boolean isLetter(char c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isAside(String name) {
      return name.equals("template") || name.equals("noscript");
    }

    private String name() {
      return until(" \t\n\f\r/>").toLowerCase(Locale.ROOT);
    }

    private String until(String ends) {
      int start = at;
      while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private void open(String name) {
      var into = name.equals("meta") ? tags.metas : name.equals("script") ? tags.scripts : null;
      var attributes = attributes();
      if (into != null && into.size() < MOST) {
        into.add(new Tag(attributes, inert > 0));
      }
      inert += isAside(name) ? 1 : 0;
      if (OF_TEXT.contains(name)) {
        var end = "</" + name;
        while (at < text.length() && !text.regionMatches(true, at, end, 0, end.length())) {
          int next = text.indexOf('<', at + 1);
          at = next < 0 ? text.length() : next;
        }
      }
    }

    /// Up to the end of the tag; the first of several with one name counts.
    private Map<String, String> attributes() {
      var attributes = new LinkedHashMap<String, String>();
      while (at < text.length() && text.charAt(at) != '>') {
        if (" \t\n\f\r/".indexOf(text.charAt(at)) >= 0) {
          at++;
          continue;
        }
        int start = at++; // a sign of equality may begin a name
        until(" \t\n\f\r/>=");
        var name = text.substring(start, at).toLowerCase(Locale.ROOT);
        skipSpaces();
        attributes.putIfAbsent(name, at < text.length() && text.charAt(at) == '=' ? value() : "");
      }
      return attributes;
    }

    private void skipSpaces() {
      while (at < text.length() && " \t\n\f\r".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private String value() {
      at++;
      skipSpaces();
      char quote = at < text.length() ? text.charAt(at) : '>';
      String value;
      if (quote == '"' || quote == '\'') {
        at++;
        value = until(String.valueOf(quote));
        at = Math.min(at + 1, text.length());
      } else {
        value = until(" \t\n\f\r>");
      }
      return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
    }
  }
}
