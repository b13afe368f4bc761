package uk.nhs.estate.register.intake;

import java.util.List;
import uk.nhs.estate.register.Refusal;

/// What became of one row of a file: an entry, or a refusal with its reason.
///
/// @param <T> what an entry holds
public sealed interface Row<T> {

  /// The line on which the row starts, counted from 1.
  long line();

  /// A row that was accepted.
  ///
  /// @param notes what was changed or left out; empty if nothing was
  record Entry<T>(long line, T value, List<Note> notes) implements Row<T> {
    public Entry {
      notes = List.copyOf(notes);
    }
  }

  /// A row that was not accepted.
  ///
  /// @param field the column that is wrong, by name
  /// @param message what is wrong, in plain English
  /// @param text what the column holds, cut, with anything invisible spelled out
  record Refused<T>(long line, String field, Reason reason, String message, String text)
      implements Row<T> {

    private static final int MOST_TEXT = 100;

    public Refused {
      text = Refusal.shown(text, MOST_TEXT);
    }

    static <T> Refused<T> of(long line, RowRefusal refusal) {
      return new Refused<>(
          line, refusal.field(), refusal.reason(), refusal.message(), refusal.text());
    }
  }
}
