package uk.nhs.estate.check;

/// Where a rule comes from.
///
/// @param title such as `RFC 6797 §7.1`
/// @param link its public address
public record Standard(String title, String link) {

  /// A section of an RFC.
  ///
  /// @param section such as `7.1`; empty for the whole document
  public static Standard rfc(int number, String section) {
    var link = "https://www.rfc-editor.org/rfc/rfc" + number;
    return section.isEmpty()
        ? new Standard("RFC " + number, link)
        : new Standard("RFC " + number + " §" + section, link + "#section-" + section);
  }
}
