package uk.nhs.estate.api;

import java.util.Locale;

/// Where things are found in the API. Names, codes and ids need no escapes.
final class Links {
  static final String V1 = "/api/v1";

  private Links() {}

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
