package uk.nhs.estate.check.http;

import java.util.Optional;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

/// Knows which hosts are registered domains, and which belong to one.
final class RegisteredDomains {
  private RegisteredDomains() {}

  /// Whether two hosts are below one registered domain.
  static boolean areOne(String one, String other) {
    var domain = registered(one);
    return domain.isPresent() && domain.equals(registered(other));
  }

  /// Whether a host is itself a registered domain.
  static boolean include(String host) {
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
