package uk.nhs.estate.observation.certificate;

/// Writes text of strangers so that it can stand in a line of ours.
final class Shown {
  private Shown() {}

  /// Without control characters, and not longer than so many characters.
  static String text(String text, int longest) {
    var cut = text.length() > longest ? text.substring(0, longest) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
  }
}
