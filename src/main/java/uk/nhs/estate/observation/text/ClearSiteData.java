package uk.nhs.estate.observation.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a site makes browsers throw away, by its `Clear-Site-Data` fields (Clear Site Data §3).
///
/// @param types what browsers know, without quotation marks
/// @param unknown what they pass over, as written
public record ClearSiteData(Set<String> types, Set<String> unknown) {

  private static final Set<String> KNOWN =
      Set.of(
          "\"cache\"",
          "\"cookies\"",
          "\"storage\"",
          "\"executionContexts\"",
          "\"clientHints\"",
          "\"prefetchCache\"",
          "\"prerenderCache\"",
          "\"*\"");

  public ClearSiteData {
    types = Set.copyOf(types);
    unknown = Set.copyOf(unknown);
  }

  /// @param fields the values of all field lines
  public static ClearSiteData parse(List<String> fields) {
    var types = new LinkedHashSet<String>();
    var unknown = new LinkedHashSet<String>();
    for (var value : CommaSeparated.split(fields)) {
      if (KNOWN.contains(value)) {
        types.add(value.substring(1, value.length() - 1));
      } else if (!value.isEmpty()) {
        unknown.add(value);
      }
    }
    return new ClearSiteData(types, unknown);
  }

  /// Whether visitors lose what they are known by: cookies, or what scripts have kept.
  public boolean endsSessions() {
    return types.contains("cookies") || types.contains("storage") || types.contains("*");
  }
}
