package uk.nhs.estate.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// The row that a page of a list comes after: a rank, and a number within the rank.
record Key(int rank, long id) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,18})");

  /// Before every row.
  static final Key START = new Key(-1, 0);

  /// Reads a key from an address.
  ///
  /// @param given none for the first page
  static Key of(@Nullable String given) {
    if (given == null) {
      return START;
    }
    var text = TEXT.matcher(given);
    if (!text.matches()) {
      throw new Refusal("after", "The list has no page that begins after that.");
    }
    return new Key(Integer.parseInt(text.group(1)), Long.parseLong(text.group(2)));
  }

  @Override
  public String toString() {
    return rank + "." + id;
  }
}
