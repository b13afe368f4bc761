package uk.nhs.estate.observation.text;

/// What came of reading a text by its grammar.
public sealed interface Reading<T> {

  /// It keeps to the grammar.
  record Valid<T>(T value) implements Reading<T> {}

  /// It breaks the grammar.
  ///
  /// @param problem where and how, in words without a full stop
  record Invalid<T>(String problem) implements Reading<T> {}

  /// A piece of the text in quotation marks, a long one cut.
  static String quoted(String piece) {
    return "\"" + (piece.length() > 80 ? piece.substring(0, 80) + "…" : piece) + "\"";
  }
}
