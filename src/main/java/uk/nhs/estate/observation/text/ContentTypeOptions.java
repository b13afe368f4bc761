package uk.nhs.estate.observation.text;

import java.util.List;

/// Whether browsers are kept from guessing content types: the `X-Content-Type-Options` fields
/// (Fetch standard, "determine nosniff").
public final class ContentTypeOptions {
  private ContentTypeOptions() {}

  /// Only the first value counts.
  ///
  /// @param fields the values of all field lines
  public static boolean isNosniff(List<String> fields) {
    var values = CommaSeparated.split(fields);
    return !values.isEmpty() && values.getFirst().equalsIgnoreCase("nosniff");
  }
}
