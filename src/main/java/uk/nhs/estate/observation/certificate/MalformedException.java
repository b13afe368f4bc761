package uk.nhs.estate.observation.certificate;

/// Octets are not what they ought to be; caught where they are read, and kept as a state.
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedException(String what) {
    super(what, null, false, false);
  }

  /// What is wrong, in words.
  String what() {
    return String.valueOf(getMessage());
  }
}
