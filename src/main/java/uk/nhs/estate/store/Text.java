package uk.nhs.estate.store;

/// Text that PostgreSQL can keep: it has no place for the character NUL.
final class Text {
  private Text() {}

  static String keepable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
