package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// Text of an SPF record in which macros stand for what is known of a mail (RFC 7208 §7).
///
/// @param text as written
/// @param parts the text and the macros, in order
public record SpfMacroString(String text, List<Part> parts) {

  public SpfMacroString {
    parts = List.copyOf(parts);
  }

  /// A piece of it.
  public sealed interface Part {}

  /// What stands for itself; `%%`, `%_` and `%-` are given as what they stand for.
  public record Literal(String text) implements Part {}

  /// What is known of a mail, taken apart and put together again (§7.3).
  ///
  /// @param letter in lower case
  /// @param digits how many parts are kept, from the right; 0 for all
  /// @param reversed whether the parts are turned round
  /// @param delimiters where it is parted
  /// @param escaped whether what is unsafe in a URL is escaped
  public record Macro(char letter, int digits, boolean reversed, String delimiters, boolean escaped)
      implements Part {

    private String expand(String value) {
      var pieces = pieces(value);
      if (reversed) {
        pieces = pieces.reversed();
      }
      if (digits > 0 && digits < pieces.size()) {
        pieces = pieces.subList(pieces.size() - digits, pieces.size());
      }
      var joined = String.join(".", pieces);
      return escaped ? escape(joined) : joined;
    }

    private List<String> pieces(String value) {
      var pieces = new ArrayList<String>();
      int start = 0;
      for (int at = 0; at < value.length(); at++) {
        if (delimiters.indexOf(value.charAt(at)) >= 0) {
          pieces.add(value.substring(start, at));
          start = at + 1;
        }
      }
      pieces.add(value.substring(start));
      return pieces;
    }

    private static String escape(String text) {
      var escaped = new StringBuilder();
      for (byte one : text.getBytes(UTF_8)) {
        if (one > 0 && (Character.isLetterOrDigit(one) || "-._~".indexOf(one) >= 0)) {
          escaped.append((char) one);
        } else {
          escaped.append(String.format("%%%02X", one & 0xFF));
        }
      }
      return escaped.toString();
    }
  }

  /// Whether nothing in it changes from mail to mail.
  public boolean isPlain() {
    return parts.stream().noneMatch(Macro.class::isInstance);
  }

  /// The letters of its macros, in lower case.
  public Stream<Character> letters() {
    return parts.stream()
        .flatMap(part -> part instanceof Macro macro ? Stream.of(macro.letter()) : Stream.empty());
  }

  /// Puts in what the macros stand for.
  ///
  /// @param values what each letter stands for; asked only for those that occur
  public String expand(Function<Character, String> values) {
    var expanded = new StringBuilder();
    for (var part : parts) {
      expanded.append(
          switch (part) {
            case Literal(var literal) -> literal;
            case Macro macro -> macro.expand(values.apply(macro.letter()));
          });
    }
    return expanded.toString();
  }

  /// What is wrong with a text that is no macro string.
  static final class Unreadable extends Exception {
    private final String why;

    Unreadable(String why) {
      super(why, null, false, false);
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  /// Reads it (§7.1).
  ///
  /// @param letters the macro letters that may stand here
  /// @param spaces whether spaces may stand here (§6.2)
  static SpfMacroString read(String text, String letters, boolean spaces) throws Unreadable {
    var parts = new ArrayList<Part>();
    var literal = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '%') {
        if (c > '~' || c < '!' && !(spaces && c == ' ')) {
          throw new Unreadable("a character that may not stand here: " + SpfGrammar.shown(c));
        }
        literal.append(c);
        continue;
      }
      at++;
      switch (at < text.length() ? text.charAt(at) : ' ') {
        case '%' -> literal.append('%');
        case '_' -> literal.append(' ');
        case '-' -> literal.append("%20");
        case '{' -> {
          int end = text.indexOf('}', at);
          if (end < 0) {
            throw new Unreadable("a macro without its closing brace");
          }
          if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
          }
          parts.add(macro(text.substring(at + 1, end), letters));
          at = end;
        }
        default -> throw new Unreadable("a percent sign that begins no macro");
      }
    }
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
    }
    return new SpfMacroString(text, parts);
  }

  private static Macro macro(String inside, String letters) throws Unreadable {
    var lower = inside.toLowerCase(Locale.ROOT);
    var shown = "%{" + inside + "}";
    if (lower.isEmpty() || letters.indexOf(lower.charAt(0)) < 0) {
      throw new Unreadable("no macro that may stand here: " + shown);
    }
    int at = 1;
    int digits = 0;
    while (at < lower.length() && lower.charAt(at) >= '0' && lower.charAt(at) <= '9') {
      digits = Math.min(digits * 10 + lower.charAt(at++) - '0', 1000); // more parts than any has
    }
    if (at > 1 && digits == 0) {
      throw new Unreadable("a macro that keeps no part: " + shown);
    }
    boolean reversed = at < lower.length() && lower.charAt(at) == 'r';
    var delimiters = lower.substring(reversed ? at + 1 : at);
    if (!delimiters.chars().allMatch(c -> ".-+,/_=".indexOf(c) >= 0)) {
      throw new Unreadable("a macro that is not well formed: " + shown);
    }
    return new Macro(
        lower.charAt(0),
        digits,
        reversed,
        delimiters.isEmpty() ? "." : delimiters,
        inside.charAt(0) != lower.charAt(0));
  }
}
