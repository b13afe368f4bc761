package uk.nhs.estate.observation.text;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts of a URL that source expressions are held against (CSP Level 3 §6.7.2.8).
///
/// @param scheme in lower case, without its colon
/// @param host in lower case; none in URLs such as `data:`
/// @param port -1 when it is the scheme's own
/// @param path as it is sent, with its percent signs
public record CspUrl(String scheme, @Nullable String host, int port, String path) {

  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21);
  private static final int NO_PORT = 65_536;

  public CspUrl {
    port = port == PORTS.getOrDefault(scheme, -1) ? -1 : port;
  }

  /// Takes an absolute URL apart.
  ///
  /// @param url as browsers write it, with its host in ASCII
  public static CspUrl of(String url) {
    int colon = Math.max(url.indexOf(':'), 0);
    var scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!url.startsWith("://", colon)) {
      return new CspUrl(scheme, null, -1, url.substring(Math.min(colon + 1, url.length())));
    }
    int start = colon + 3;
    int end = firstOf("/?#", url, start);
    int pathEnd = firstOf("?#", url, end);
    var authority = url.substring(start, end);
    var host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    var path = end == pathEnd ? "/" : url.substring(end, pathEnd);
    int port = host.lastIndexOf(':');
    return port < 0 || host.endsWith("]")
        ? new CspUrl(scheme, host, -1, path)
        : new CspUrl(scheme, host.substring(0, port), number(host.substring(port + 1)), path);
  }

  /// The first page of a host, over https.
  public static CspUrl ofHost(String host) {
    return new CspUrl("https", host.toLowerCase(Locale.ROOT), -1, "/");
  }

  private static int firstOf(String ends, String url, int from) {
    int at = from;
    while (at < url.length() && ends.indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /// Whether it is fetched by HTTP (Fetch standard §2.1).
  boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /// Its host if that is a name: policies know no others (§6.7.2.10). No top-level domain begins
  /// with a digit.
  @Nullable String domain() {
    if (host == null || host.isEmpty() || host.startsWith("[")) {
      return null;
    }
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    int start = host.lastIndexOf('.', end - 1) + 1;
    boolean isAddress = start < end && host.charAt(start) >= '0' && host.charAt(start) <= '9';
    return isAddress ? null : host;
  }

  /// The port that is connected to; -1 for a scheme without one.
  int realPort() {
    return port >= 0 ? port : PORTS.getOrDefault(scheme, -1);
  }

  /// A decimal number of a port; one that cannot be for what is none.
  static int number(String digits) {
    int value = digits.isEmpty() ? -1 : 0;
    for (int at = 0; at < digits.length(); at++) {
      char c = digits.charAt(at);
      value = c < '0' || c > '9' ? NO_PORT : Math.min(value * 10 + (c - '0'), NO_PORT);
    }
    return value;
  }
}
