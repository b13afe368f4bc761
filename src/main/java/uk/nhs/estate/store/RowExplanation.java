package uk.nhs.estate.store;

/// Tells why a row of an imported file was refused, what it changed in the register, or what was
/// changed in the row itself.
///
/// @param file the file's name
/// @param line the line on which the row starts, counted from 1
/// @param field the column or the field of the entry
/// @param reason in one word that programs can count by: `email-address`, `path-dropped`, `changed`
/// @param message in plain English
/// @param value what the column holds; empty where the message says it
public record RowExplanation(
    String file,
    long line,
    Outcome outcome,
    String field,
    String reason,
    String message,
    String value) {

  /// What became of the row.
  public enum Outcome {
    /// Nothing of it was taken.
    REFUSED,
    /// An entry of the register has another value now.
    CHANGED,
    /// It was taken, though not word for word; or there is something to know about it.
    NOTED
  }
}
