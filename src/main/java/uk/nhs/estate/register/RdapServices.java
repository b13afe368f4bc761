package uk.nhs.estate.register;

import java.util.Map;
import java.util.Optional;

/// Knows which RDAP service answers for the names below a suffix: the bootstrap registry of RFC
/// 9224.
///
/// @param urls the base URL of each suffix's service, with its slash at the end (§3)
public record RdapServices(Map<String, String> urls) {

  public RdapServices {
    urls = Map.copyOf(urls);
  }

  /// A service.
  ///
  /// @param suffix the entry of the registry that names it, such as `uk`
  public record Service(String suffix, String url) {}

  /// The service for a name: that of the longest suffix that the registry names (§4).
  public Optional<Service> of(DomainName name) {
    var labels = name.labels();
    for (int from = 0; from < labels.size(); from++) {
      var suffix = String.join(".", labels.subList(from, labels.size()));
      var url = urls.get(suffix);
      if (url != null) {
        return Optional.of(new Service(suffix, url));
      }
    }
    return Optional.empty();
  }
}
