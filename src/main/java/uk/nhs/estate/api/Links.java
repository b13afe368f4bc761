package uk.nhs.estate.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Where things are found in the API. Names, codes and ids need no escapes.
final class Links {
  static final String V1 = "/api/v1";

  private Links() {}

  /// Links by name, in the order given: the same entry is the same bytes in every process.
  ///
  /// @param namesAndPaths in turn
  static Map<String, String> named(String... namesAndPaths) {
    var links = new LinkedHashMap<String, String>();
    for (int at = 0; at < namesAndPaths.length; at += 2) {
      links.put(namesAndPaths[at], namesAndPaths[at + 1]);
    }
    return links;
  }

  static String organisation(String code) {
    return V1 + "/organisations/" + code;
  }

  /// @param kind DOMAIN or SITE
  static String target(String kind, String name) {
    return V1 + "/" + kind.toLowerCase(Locale.ROOT) + "s/" + name;
  }

  /// A list of what belongs to a target.
  static String of(String list, String kind, String name) {
    return V1 + "/" + list + "?kind=" + kind + "&name=" + name;
  }
}
