package uk.nhs.estate.register.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Refusal;

/// One row's values by column, without what nobody sees in them, and the notes made on the way.
final class RowCells {

  private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final CsvRecord record;
  private final List<String> names;
  private final List<Note> notes = new ArrayList<>();

  RowCells(CsvRecord record, List<String> names) {
    this.record = record;
    this.names = names;
  }

  String name(int column) {
    return names.get(column);
  }

  /// The value, with its spaces put in order; empty if there is none.
  String text(int column) {
    String text = record.getField(column);
    if (text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      return text;
    }
    String restored = restore(column, text);
    if (restored.codePoints().anyMatch(Refusal::isInvisible)) {
      throw new RowRefusal(
          Reason.CONTROL_CHARACTER,
          name(column),
          text,
          Refusal.quote(text) + " contains a line break or a character that nobody sees.");
    }
    return SPACES.matcher(restored).replaceAll(" ").strip();
  }

  /// What a column's value says, where the row is refused if it says nothing that can be read.
  <T> T reading(int column, Reason reason, Function<String, T> read) {
    String text = text(column);
    try {
      return read.apply(text);
    } catch (Refusal refusal) {
      throw new RowRefusal(reason, name(column), text, refusal.message());
    }
  }

  /// The code in a column that must have one.
  OdsCode code(int column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw new RowRefusal(
          Reason.MISSING_CODE, name(column), "", "The row has no code in " + name(column) + ".");
    }
    var code = reading(column, Reason.BAD_CODE, OdsCode::parse);
    if (!code.text().equals(text)) {
      note(Note.Kind.CASE_CHANGED, column, "wrote in upper case " + Refusal.quote(text));
    }
    return code;
  }

  /// The value of a column without which the row still stands: if it cannot be read, a note says
  /// so.
  <T> @Nullable T unlessUnreadable(int column, Function<String, T> read) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return read.apply(text);
    } catch (Refusal refusal) {
      note(Note.Kind.VALUE_DROPPED, column, "left out: " + refusal.message());
      return null;
    }
  }

  void note(Note.Kind kind, int column, String text) {
    notes.add(new Note(kind, name(column), text));
  }

  void addAll(List<Note> more) {
    notes.addAll(more);
  }

  <T> Row.Entry<T> entry(T value) {
    return new Row.Entry<>(record.getStartingLineNumber(), value, notes);
  }

  /// Text that was saved in Windows-1252 and read as Latin-1 has controls where its quotes and
  /// dashes were.
  private String restore(int column, String text) {
    var restored = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 0x80 && c <= 0x9F) {
        char meant = new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0);
        restored.setCharAt(at, meant == '\uFFFD' ? c : meant);
      }
    }
    if (!restored.toString().equals(text)) {
      String what = "read as Windows-1252, giving %s".formatted(Refusal.quote(restored.toString()));
      note(Note.Kind.CHARACTER_RESTORED, column, what);
    }
    return restored.toString();
  }

  /// A column's name as compared: lower case, words joined by underscores.
  static String normalise(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }
}
