package uk.nhs.estate.observation.text;

/// Holds the path of a URL against that of a source expression (CSP Level 3 §6.7.2.12).
final class CspPath {
  private CspPath() {}

  /// Whether a path is the one that a policy names, or stands below it if that ends with a slash.
  static boolean covers(String said, String path) {
    if (said.isEmpty() || (said.equals("/") && path.isEmpty())) {
      return true;
    }
    int a = 0;
    int b = 0;
    while (a < said.length() && b < path.length()) {
      int left = octet(said, a);
      int right = octet(path, b);
      boolean slashes = isSlash(said, a) == isSlash(path, b);
      if (left != right || !slashes) {
        return false;
      }
      a += width(said, a);
      b += width(path, b);
    }
    return a == said.length() && (b == path.length() || said.endsWith("/"));
  }

  /// A slash parts segments only as it stands: `%2F` is within one.
  private static boolean isSlash(String path, int at) {
    return path.charAt(at) == '/';
  }

  private static int octet(String path, int at) {
    return width(path, at) == 3
        ? Character.digit(path.charAt(at + 1), 16) * 16 + Character.digit(path.charAt(at + 2), 16)
        : path.charAt(at);
  }

  private static int width(String path, int at) {
    return path.charAt(at) == '%'
            && at + 2 < path.length()
            && isHex(path.charAt(at + 1))
            && isHex(path.charAt(at + 2))
        ? 3
        : 1;
  }

  private static boolean isHex(char c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }
}
