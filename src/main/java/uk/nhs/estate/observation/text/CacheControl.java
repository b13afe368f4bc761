package uk.nhs.estate.observation.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Says which caches may keep an answer, and for how long: `Cache-Control` (RFC 9111 §5.2).
///
/// @param directives by name in lower case; of several of one name the first; without a value an
///     empty one
public record CacheControl(Map<String, String> directives) {

  public CacheControl {
    directives = Map.copyOf(directives);
  }

  /// Reads the values of all field lines.
  public static CacheControl parse(List<String> lines) {
    var directives = new HashMap<String, String>();
    for (var part : CommaSeparated.split(lines)) {
      int sign = part.indexOf('=');
      var name = CommaSeparated.trim(sign < 0 ? part : part.substring(0, sign));
      var value = sign < 0 ? "" : CommaSeparated.trim(part.substring(sign + 1));
      if (!name.isEmpty()) {
        directives.putIfAbsent(name.toLowerCase(Locale.ROOT), value.replace("\"", ""));
      }
    }
    return new CacheControl(directives);
  }

  /// Whether the answer tells caches that many share to give it to others without asking again (§3,
  /// §4.2.1). Where nothing is said, each cache decides.
  public boolean isForShared() {
    if (List.of("no-store", "no-cache", "private").stream().anyMatch(directives::containsKey)) {
      return false;
    }
    var age = directives.getOrDefault("s-maxage", directives.getOrDefault("max-age", ""));
    return age.isEmpty() ? directives.containsKey("public") : isLong(age);
  }

  /// What is no number counts as none (§4.2.1).
  private static boolean isLong(String seconds) {
    return seconds.chars().allMatch(c -> c >= '0' && c <= '9')
        && seconds.chars().anyMatch(c -> c != '0');
  }
}
