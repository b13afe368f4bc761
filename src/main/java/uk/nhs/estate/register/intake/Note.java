package uk.nhs.estate.register.intake;

import java.util.Locale;

/// Tells what was changed, left out or found odd in a row that was accepted.
///
/// @param field the column, by name
/// @param text what was done, in plain English
public record Note(Kind kind, String field, String text) {

  /// What was done; its words stay the same for good.
  public enum Kind {
    /// Upper case became lower case in a name, or lower case upper case in a code.
    CASE_CHANGED,
    /// National characters became an A-label.
    ENCODED,
    /// A dot at the end of a name was left out.
    FINAL_DOT_DROPPED,
    /// A path after a name was left out.
    PATH_DROPPED,
    /// A port after a name was left out.
    PORT_DROPPED,
    /// A space inside a name was left out.
    SPACE_DROPPED,
    /// An e-mail address beside a website was left out.
    EMAIL_DROPPED,
    /// A value that could not be read was left out; the rest of the row stands.
    VALUE_DROPPED,
    /// Characters of Windows-1252 that were taken for others were restored.
    CHARACTER_RESTORED,
    /// One cell holds several names.
    SEVERAL_NAMES,
    /// The name stands for all names below it, so only its domain is taken.
    WILDCARD,
    /// A domain column holds a host below a registered name, so a site is taken.
    HOST_IN_DOMAIN_COLUMN,
    /// The row names no website or domain.
    NOTHING_GIVEN,
    /// An earlier row of the file says the same.
    REPEATED,
    /// The register knows the site or domain, and has retired it.
    RETIRED;

    /// As written in reports: `path-dropped`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
