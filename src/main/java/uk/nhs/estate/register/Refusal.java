package uk.nhs.estate.register;

/// Says, in words for the person who made it, what is wrong with something they gave us.
///
/// It is unchecked and carries no stack trace: it is an answer, not a fault of ours.
public class Refusal extends RuntimeException {

  private static final int SHOWN = 60;

  private final String field;

  /// @param field the name of the field, column or option that is wrong
  /// @param message a whole sentence that says what is wrong and what to give instead
  public Refusal(String field, String message) {
    super(message, null, false, false);
    this.field = field;
  }

  /// The name of the field, column or option that is wrong.
  public final String field() {
    return field;
  }

  /// What is wrong, in plain English.
  public final String message() {
    return String.valueOf(getMessage());
  }

  /// The given text in quotation marks, cut to a length that can be shown, with anything invisible
  /// spelled out.
  public static String quote(String text) {
    return "“" + shown(text, SHOWN) + "”";
  }

  /// The given text, cut after so many characters, with anything invisible spelled out.
  public static String shown(String text, int most) {
    var shown = new StringBuilder();
    int at = 0;
    while (at < text.length() && at < most) {
      int point = text.codePointAt(at);
      if (isInvisible(point)) {
        shown.append("\\u{%04X}".formatted(point));
      } else {
        shown.appendCodePoint(point);
      }
      at += Character.charCount(point);
    }
    return at < text.length() ? shown.append('…').toString() : shown.toString();
  }

  /// True for control, formatting (such as a change of writing direction), unpaired and unassigned
  /// characters.
  public static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
