package uk.nhs.estate.observation.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.text.CspSource.Host;
import uk.nhs.estate.observation.text.CspSource.Keyword;

/// The grammar of source expressions (CSP Level 3 §2.3.1), read from left to right.
final class CspGrammar {
  private static final String NONCE = "'nonce-";
  private static final Set<String> ALGORITHMS = Set.of("sha256", "sha384", "sha512");

  /// Of pchar (RFC 3986 §3.3), what is neither a letter, a digit nor a percent sign.
  private static final String IN_PATHS = "-._~!$&'()*+=:@/";

  private CspGrammar() {}

  static CspSource quoted(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var keyword = Keyword.BY_TEXT.get(lower);
    if (keyword != null) {
      return keyword;
    }
    int dash = word.indexOf('-');
    if (dash < 0 || !word.endsWith("'") || !isBase64(word, dash + 1, word.length() - 1)) {
      return new CspSource.Unknown(word);
    }
    var value = word.substring(dash + 1, word.length() - 1);
    if (lower.startsWith(NONCE)) {
      return new CspSource.Nonce(value);
    }
    var algorithm = lower.substring(1, dash);
    return ALGORITHMS.contains(algorithm)
        ? new CspSource.Hash(algorithm, value)
        : new CspSource.Unknown(word);
  }

  /// At least one character of either alphabet of base64, and up to two signs of equality.
  private static boolean isBase64(String text, int from, int to) {
    int at = from;
    while (at < to && (isAlphanumeric(text.charAt(at)) || "+/-_".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    int ends = to - at;
    return at > from && ends <= 2 && text.regionMatches(at, "==", 0, ends);
  }

  static CspSource unquoted(String word) {
    int colon = word.indexOf(':');
    if (colon > 0 && colon == word.length() - 1 && isScheme(word, colon)) {
      return new CspSource.Scheme(word.substring(0, colon).toLowerCase(Locale.ROOT));
    }
    boolean says = word.startsWith("://", Math.max(colon, 0));
    if (says && !isScheme(word, colon)) {
      return new CspSource.Unknown(word);
    }
    var scheme = says ? word.substring(0, colon).toLowerCase(Locale.ROOT) : null;
    var host = host(scheme, word.substring(says ? colon + 3 : 0));
    return host == null ? new CspSource.Unknown(word) : host;
  }

  private static @Nullable Host host(@Nullable String scheme, String rest) {
    int slash = rest.indexOf('/');
    var path = slash < 0 ? "" : rest.substring(slash);
    var authority = slash < 0 ? rest : rest.substring(0, slash);
    int colon = authority.indexOf(':');
    var name = colon < 0 ? authority : authority.substring(0, colon);
    var port = colon < 0 ? null : authority.substring(colon + 1);
    return isHost(name) && (port == null || isPort(port)) && isPath(path)
        ? new Host(scheme, name.toLowerCase(Locale.ROOT), port, path)
        : null;
  }

  private static boolean isScheme(String word, int end) {
    for (int at = 0; at < end; at++) {
      char c = word.charAt(at);
      if (!isLetter(c) && (at == 0 || !(isDigit(c) || "+-.".indexOf(c) >= 0))) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isHost(String name) {
    if (name.equals("*")) {
      return true;
    }
    boolean labelBegins = true;
    for (int at = name.startsWith("*.") ? 2 : 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == '.' ? labelBegins : !isAlphanumeric(c) && c != '-') {
        return false;
      }
      labelBegins = c == '.';
    }
    // a full stop may end it, after a label
    return !name.isEmpty() && !name.equals("*.");
  }

  private static boolean isPort(String port) {
    return port.equals("*") || (!port.isEmpty() && port.chars().allMatch(c -> isDigit((char) c)));
  }

  /// path-absolute (RFC 3986 §3.3): it does not begin with two slashes.
  private static boolean isPath(String path) {
    for (int at = 0; at < path.length(); at++) {
      char c = path.charAt(at);
      boolean encoded = c == '%' && isHex(path, at + 1) && isHex(path, at + 2);
      if (!encoded && !isAlphanumeric(c) && IN_PATHS.indexOf(c) < 0) {
        return false;
      }
    }
    return !path.startsWith("//");
  }

  private static boolean isHex(String text, int at) {
    return at < text.length()
        && (isDigit(text.charAt(at)) || "abcdefABCDEF".indexOf(text.charAt(at)) >= 0);
  }

  private static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
