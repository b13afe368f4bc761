package uk.nhs.estate.register;

import java.util.List;
import java.util.Map;

/// A company or a public body that runs servers for others, known by their names.
///
/// @param name what people call it
/// @param isNhs whether it is part of the NHS, so that what it runs is NHS infrastructure
/// @param servers the names of its servers, by what they do
public record Supplier(String name, boolean isNhs, Map<Service, List<NamePattern>> servers) {

  public Supplier {
    servers = Map.copyOf(servers);
  }

  /// What servers do for others.
  public enum Service {
    DNS("DNS"),
    WEB("Hosting"),
    MAIL("Mail");

    private final String words;

    Service(String words) {
      this.words = words;
    }

    /// What people read.
    public String words() {
      return words;
    }
  }

  /// Whether a server is one of its.
  public boolean has(Service service, String server) {
    return servers.getOrDefault(service, List.of()).stream()
        .anyMatch(pattern -> pattern.matches(server));
  }
}
