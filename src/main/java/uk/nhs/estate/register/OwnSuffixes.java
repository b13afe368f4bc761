package uk.nhs.estate.register;

import java.util.Set;

/// Knows the suffixes under which names of the health services and of government stand: a host
/// there that the register does not know may be one that it lacks.
public final class OwnSuffixes {

  /// As of November 2026: NHS England's and NHS Wales's `nhs.uk`, mail's `nhs.net`, and the names
  /// of the services and governments of Scotland, Wales and Northern Ireland.
  private static final Set<String> SUFFIXES =
      Set.of(
          "gig.cymru",
          "gov.scot",
          "gov.uk",
          "gov.wales",
          "hscni.net",
          "llyw.cymru",
          "nhs.net",
          "nhs.scot",
          "nhs.uk",
          "nhs.wales");

  private OwnSuffixes() {}

  /// Whether a name is below one of them.
  public static boolean have(DomainName name) {
    var ascii = name.ascii();
    for (int dot = ascii.indexOf('.'); dot >= 0; dot = ascii.indexOf('.', dot + 1)) {
      if (SUFFIXES.contains(ascii.substring(dot + 1))) {
        return true;
      }
    }
    return false;
  }
}
