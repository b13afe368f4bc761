package uk.nhs.estate.probe.net;

/// What a visit wants of the body of the last answer.
public enum Wanted {
  /// None of it.
  NOTHING,
  /// A file: the body of a success, without which the visit has failed.
  FILE,
  /// The beginning of whatever is shown, an error page above all; without it the visit is no worse.
  PAGE;

  /// Whether the body of an answer with that status is read.
  boolean takes(int status) {
    return switch (this) {
      case NOTHING -> false;
      case FILE -> status >= 200 && status < 300;
      case PAGE -> true;
    };
  }
}
