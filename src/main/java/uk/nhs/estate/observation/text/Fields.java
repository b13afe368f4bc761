package uk.nhs.estate.observation.text;

import java.util.regex.Pattern;

/// The fields of a record's data in presentation format (RFC 1035 §5.1), parted by spaces.
final class Fields {
  private static final Pattern SPACES = Pattern.compile("[ \\t]+");

  private final String[] fields;

  /// @param most how many fields there are at most: the last one holds the rest
  Fields(String rdata, int most) {
    fields = SPACES.split(rdata, most);
  }

  /// A field as written; empty when there is none.
  String text(int at) {
    return at < fields.length ? fields[at] : "";
  }

  /// A field as written, without the spaces that its text may be parted by.
  String joined(int at) {
    return SPACES.matcher(text(at)).replaceAll("");
  }

  /// A number without a sign; -1 when it is none or larger than its place on the wire holds.
  long number(int at, int bits) {
    var digits = text(at);
    if (digits.isEmpty() || digits.length() > 10 || !digits.chars().allMatch(Fields::isDigit)) {
      return -1;
    }
    long number = Long.parseLong(digits);
    return number >> bits == 0 ? number : -1;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
