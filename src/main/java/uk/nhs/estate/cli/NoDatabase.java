package uk.nhs.estate.cli;

/// The database that was named cannot be used.
final class NoDatabase extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoDatabase(String message, Throwable cause) {
    super(message, cause);
  }
}
