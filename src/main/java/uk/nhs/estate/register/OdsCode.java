package uk.nhs.estate.register;

import java.util.Locale;
import java.util.regex.Pattern;

/// Identifies an organisation as the Organisation Data Service does.
///
/// The shape of a code says nothing about the organisation: since April 2020 all kinds share one.
///
/// @param text three to ten upper-case letters and digits, for example `RGT` or `A81001`
public record OdsCode(String text) implements Comparable<OdsCode> {

  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{3,10}");

  public OdsCode {
    if (!SHAPE.matcher(text).matches()) {
      throw new Refusal(
          "ods_code",
          Refusal.quote(text) + " is no ODS code: give three to ten letters and digits, as RGT.");
    }
  }

  /// Reads a code in any case and with spaces around it.
  public static OdsCode parse(String text) {
    String code = text.strip();
    // Upper case is for ASCII only: a long s would become an S.
    return new OdsCode(code.chars().allMatch(c -> c < 0x80) ? code.toUpperCase(Locale.ROOT) : code);
  }

  @Override
  public int compareTo(OdsCode other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
