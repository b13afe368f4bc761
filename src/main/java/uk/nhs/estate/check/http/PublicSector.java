package uk.nhs.estate.check.http;

import java.util.Set;

/// Knows the names under which only the public sector of the United Kingdom can be.
final class PublicSector {

  /// As of November 2026: second-level domains that Nominet keeps for public bodies, and names of
  /// the health services, governments, parliaments and courts of the four nations.
  private static final Set<String> SUFFIXES =
      Set.of(
          "ac.uk",
          "gig.cymru",
          "gov.scot",
          "gov.uk",
          "gov.wales",
          "hscni.net",
          "judiciary.uk",
          "llyw.cymru",
          "mil.uk",
          "mod.uk",
          "nhs.net",
          "nhs.scot",
          "nhs.uk",
          "nhs.wales",
          "parliament.scot",
          "parliament.uk",
          "police.uk",
          "sch.uk",
          "senedd.cymru",
          "senedd.wales",
          "supremecourt.uk");

  private PublicSector() {}

  /// Whether a host is one of these names or below one.
  static boolean has(String host) {
    for (var tail = host; !tail.isEmpty(); tail = tail.substring(tail.indexOf('.') + 1)) {
      if (SUFFIXES.contains(tail)) {
        return true;
      }
      if (tail.indexOf('.') < 0) {
        return false;
      }
    }
    return false;
  }
}
