package uk.nhs.estate.api;

import uk.nhs.estate.register.Refusal;

/// A part of a name to look for.
record SearchText(String text) {
  private static final int LONGEST = 200;

  SearchText {
    if (text.isBlank()
        || text.length() > LONGEST
        || text.codePoints().anyMatch(Refusal::isInvisible)) {
      throw new Refusal(
          "nameContains", "Give a part of a name: one line of 1 to " + LONGEST + " characters.");
    }
  }
}
