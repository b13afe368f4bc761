package uk.nhs.estate.register;

import java.util.List;

/// Hosts of others that serve scripts which do what their caller says, from a dated list. A host
/// that is not on it is unknown, never safe.
public record BypassHosts(List<Entry> entries) {

  public BypassHosts {
    entries = List.copyOf(entries);
  }

  /// One address of such a host.
  ///
  /// @param host in lower case
  /// @param path begins with a slash
  /// @param needsEval whether it helps an attacker only where scripts may be made of texts
  public record Entry(String host, String path, Serves serves, boolean needsEval) {}

  /// What it serves.
  public enum Serves {
    /// Answers that begin with the name of a function that the address gives (JSONP).
    CALLBACK("scripts that call what their address says"),
    /// A copy of AngularJS, which runs what stands in the markup.
    ANGULAR("a copy of AngularJS, which runs what stands in the markup");

    private final String words;

    Serves(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
