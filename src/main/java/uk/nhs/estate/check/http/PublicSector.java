package uk.nhs.estate.check.http;

import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

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

  /// Whether two hosts are below one registered domain.
  static boolean isOfOneDomain(String one, String other) {
    var domain = registered(one);
    return domain.isPresent() && domain.equals(registered(other));
  }

  /// Whether a host is itself a registered domain.
  static boolean isRegistered(String host) {
    return registered(host).filter(domain -> domain.ascii().equals(host)).isPresent();
  }

  private static Optional<DomainName> registered(String host) {
    try {
      return PublicSuffixes.bundled().registrable(new DomainName(host));
    } catch (Refusal _) {
      return Optional.empty();
    }
  }
}
