package uk.nhs.estate.observation.certificate;

/// An answer would take more than anybody may make us do; caught where the question was put.
final class TooCostlyException extends Exception {
  private static final long serialVersionUID = 1L;

  TooCostlyException(String what) {
    super(what, null, false, false);
  }

  /// What there is too much of, in words.
  String what() {
    return String.valueOf(getMessage());
  }
}
