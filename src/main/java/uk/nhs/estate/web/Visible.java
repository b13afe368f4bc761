package uk.nhs.estate.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// Shows text from outside: what cannot be seen is spelled out, and nothing in it can change the
/// direction of what stands beside it.
public final class Visible {
  private Visible() {}

  /// For the body of a page; line breaks stay.
  public static Content of(@Nullable String text) {
    return out -> write(text == null ? "" : text, out);
  }

  /// For the body of a page, beginning with a capital.
  public static Content sentence(String text) {
    return of(
        text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
  }

  /// Several texts, each on a line of its own.
  public static Content lines(List<String> texts) {
    return out -> {
      for (int at = 0; at < texts.size(); at++) {
        if (at > 0) {
          out.writeContent("<br>");
        }
        write(texts.get(at), out);
      }
    };
  }

  /// For titles and attributes, which hold no markup.
  public static String text(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (Refusal.isInvisible(point)) {
                shown.append(number(point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  private static void write(String text, TemplateOutput out) {
    out.writeContent("<bdi>");
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (point != '\n' && Refusal.isInvisible(point)) {
        out.writeUserContent(text.substring(from, at));
        out.writeContent("<span class=\"estate-invisible\">" + number(point) + "</span>");
        from = next;
      }
      at = next;
    }
    out.writeUserContent(text.substring(from));
    out.writeContent("</bdi>");
  }

  private static String number(int point) {
    return "[U+%04X]".formatted(point);
  }
}
