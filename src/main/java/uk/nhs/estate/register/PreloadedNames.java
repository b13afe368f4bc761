package uk.nhs.estate.register;

import java.util.Set;

/// Names that browsers reach over HTTPS from the first visit on, from a dated list that holds a
/// part of them. A name that is not on it may still be preloaded.
///
/// @param withBelow names of any number of labels that count with all that is below them, in lower
///     case
/// @param alone names that count without
public record PreloadedNames(Set<String> withBelow, Set<String> alone) {

  public PreloadedNames {
    withBelow = Set.copyOf(withBelow);
    alone = Set.copyOf(alone);
  }

  /// Whether a host is reached over HTTPS only.
  ///
  /// @param host in lower case
  public boolean holds(String host) {
    if (alone.contains(host)) {
      return true;
    }
    for (var name = host; !name.isEmpty(); name = above(name)) {
      if (withBelow.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static String above(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
