package uk.nhs.estate.observation.text;

import java.util.Locale;
import java.util.Map;

/// The value of an `integrity` attribute (Subresource Integrity §3.5).
public final class Integrity {

  /// How many octets the digests have that browsers know.
  private static final Map<String, Integer> OCTETS =
      Map.of("sha256", 32, "sha384", 48, "sha512", 64);

  private Integrity() {}

  /// Whether a browser checks the file against it: it holds at least one digest of a kind that
  /// browsers know, of the right length.
  public static boolean isEnforced(String value) {
    for (var item : value.split("[ \\t\\n\\f\\r]", -1)) {
      int options = item.indexOf('?');
      var expression = options < 0 ? item : item.substring(0, options);
      int dash = expression.indexOf('-');
      var octets =
          dash < 0 ? null : OCTETS.get(expression.substring(0, dash).toLowerCase(Locale.ROOT));
      if (octets != null && octets(expression.substring(dash + 1)) == octets) {
        return true;
      }
    }
    return false;
  }

  /// How many octets base64 or base64url stands for; -1 if it is neither.
  private static int octets(String base64) {
    int end = base64.length();
    while (end > 0 && base64.length() - end < 2 && base64.charAt(end - 1) == '=') {
      end--;
    }
    for (int at = 0; at < end; at++) {
      char c = base64.charAt(at);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && c != '+' && c != '/' && c != '-' && c != '_') {
        return -1;
      }
    }
    return end % 4 == 1 ? -1 : end * 3 / 4;
  }
}
