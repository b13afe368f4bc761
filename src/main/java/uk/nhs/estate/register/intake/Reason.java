package uk.nhs.estate.register.intake;

import java.util.Locale;

/// Why a row was refused, in a form that programs can count by; its words stay the same for good.
public enum Reason {
  /// The row has more or fewer columns than the file should have.
  COLUMN_COUNT,
  /// A value contains a character that nobody sees, or a line break.
  CONTROL_CHARACTER,
  /// There is no ODS code where one belongs.
  MISSING_CODE,
  /// A code has not the shape of an ODS code.
  BAD_CODE,
  /// An organisation's name is missing or cannot be one.
  BAD_NAME,
  /// A date is none, or stands before the one that it should follow.
  BAD_DATE,
  /// A status is none that ODS knows.
  BAD_STATUS,
  /// A prescribing setting is neither a number nor a list of role ids.
  BAD_SETTING,
  /// An e-mail address stands in the place of a website.
  EMAIL_ADDRESS,
  /// A website or domain is no name.
  NOT_A_NAME,
  /// A name ends in what is no top-level domain, as when its ending was forgotten.
  UNKNOWN_ENDING,
  /// A name is one under which others register theirs, such as nhs.uk.
  PUBLIC_SUFFIX,
  /// An earlier row of the file says something else about the same organisation.
  CONTRADICTION,
  /// The register has no organisation with that code.
  UNKNOWN_ORGANISATION;

  /// As written in reports: `bad-code`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
