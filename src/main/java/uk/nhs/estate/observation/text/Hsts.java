package uk.nhs.estate.observation.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Says how long a browser must come back over HTTPS only: one valid `Strict-Transport-Security`
/// field (RFC 6797 §6.1).
///
/// @param maxAge seconds; 0 makes browsers forget the host (§6.1.1)
/// @param includeSubDomains whether it holds for every name below the host as well (§6.1.2)
/// @param preload whether it asks for a place on the list that browsers carry, by a word of which
///     the standard does not know
public record Hsts(long maxAge, boolean includeSubDomains, boolean preload) {

  /// Stands for "no value", which no value of a directive can be mistaken for.
  private static final String VALUELESS = "\n";

  /// Reads the value of one field; empty when browsers must ignore it: when it breaks the grammar,
  /// gives a directive twice, has no `max-age`, or a value that does not fit its directive.
  public static Optional<Hsts> parse(String field) {
    var directives = new HashMap<String, String>();
    var rest = new Reader(field);
    do {
      rest.skipSpaces();
      var name = rest.token().toLowerCase(Locale.ROOT);
      rest.skipSpaces();
      var value = VALUELESS;
      if (!name.isEmpty() && rest.skip('=')) {
        rest.skipSpaces();
        value = rest.tokenOrQuotedString();
        rest.skipSpaces();
      }
      if (!name.isEmpty() && directives.put(name, value) != null) {
        return Optional.empty();
      }
    } while (rest.skip(';'));
    return rest.atEnd() ? of(directives) : Optional.empty();
  }

  private static Optional<Hsts> of(Map<String, String> directives) {
    var maxAge = directives.getOrDefault("max-age", "");
    boolean isNumber = !maxAge.isEmpty() && maxAge.chars().allMatch(c -> c >= '0' && c <= '9');
    var subDomains = directives.get("includesubdomains");
    return isNumber && (subDomains == null || subDomains.equals(VALUELESS))
        ? Optional.of(
            new Hsts(
                seconds(maxAge), subDomains != null, VALUELESS.equals(directives.get("preload"))))
        : Optional.empty();
  }

  /// A number too large to hold is as good as for ever.
  private static long seconds(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }
}
