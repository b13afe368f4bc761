package uk.nhs.estate.observation.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An address as browsers read it (URL standard §4.4), which is not as RFC 3986 says: `\\host`
/// leads to another host, `http:page` to a page beside, and `http://0x7f.1/` to 127.0.0.1.
///
/// Those of the schemes of the web are taken apart; of all others (`data:`, `javascript:`,
/// `mailto:`) only the scheme is known. A user's name and password are read past and not kept, so
/// that nobody shows them; so is the fragment, which never leaves a browser.
///
/// @param scheme in lower case
/// @param host in lower case and A-labels, an IPv6 address in brackets; empty for schemes that are
///     not of the web
/// @param port that of the scheme where none was given; -1 for schemes that are not of the web
/// @param path with its slash; for schemes that are not of the web all that follows the colon
/// @param query without its question mark
/// @param credentials whether a user's name or a password stood before the host
public record WebAddress(
    String scheme,
    String host,
    int port,
    String path,
    @Nullable String query,
    boolean credentials) {

  /// Longer ones are not read: servers refuse them long before.
  public static final int LONGEST = 65_536;

  private static final Map<String, Integer> WEB =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21);
  private static final String HEX = "0123456789ABCDEF";
  private static final String ESCAPED_IN_QUERIES = " \"#<>'";
  private static final String ESCAPED_IN_PATHS = " \"#<>?^`{}";

  /// Reads an address that stands alone; empty if it is none.
  public static Optional<WebAddress> parse(String text) {
    return read(text, null);
  }

  /// Reads an address as it stands in a page of this address.
  public Optional<WebAddress> resolve(String text) {
    return read(text, this);
  }

  private static Optional<WebAddress> read(String written, @Nullable WebAddress base) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    var text = withoutFragment(tidied(written));
    int colon = endOfScheme(text);
    if (colon < 0) {
      return base == null || !base.isOfTheWeb() ? Optional.empty() : base.relative(text);
    }
    var scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    var rest = text.substring(colon + 1);
    if (usualPort(scheme) < 0) {
      return Optional.of(new WebAddress(scheme, "", -1, rest, null, false));
    }
    return base != null && base.scheme.equals(scheme) && !(slashAt(rest, 0) && slashAt(rest, 1))
        ? base.relative(rest)
        : absolute(scheme, rest);
  }

  /// Without the controls and spaces around it, and without tabs and ends of lines anywhere.
  private static String tidied(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    var tidied = new StringBuilder(end - start);
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c != '\t' && c != '\n' && c != '\r') {
        tidied.append(c);
      }
    }
    return tidied.toString();
  }

  private static String withoutFragment(String text) {
    int hash = text.indexOf('#');
    return hash < 0 ? text : text.substring(0, hash);
  }

  /// Where the colon after a scheme is; -1 if it begins with none.
  private static int endOfScheme(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ':') {
        return at == 0 ? -1 : at;
      }
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean other = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
      if (!letter && (at == 0 || !other)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean slashAt(String text, int at) {
    return at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\\');
  }

  private Optional<WebAddress> relative(String text) {
    if (slashAt(text, 0)) {
      return slashAt(text, 1) ? absolute(scheme, text) : Optional.of(at("", text.substring(1)));
    }
    if (text.isEmpty()) {
      return Optional.of(this);
    }
    if (text.charAt(0) == '?') {
      return Optional.of(
          new WebAddress(scheme, host, port, path, escaped(text.substring(1), true), credentials));
    }
    return Optional.of(at(path.substring(0, path.lastIndexOf('/')), text));
  }

  /// The same place with another path.
  ///
  /// @param folder without its last slash
  private WebAddress at(String folder, String rest) {
    int mark = rest.indexOf('?');
    return new WebAddress(
        scheme,
        host,
        port,
        path(folder, mark < 0 ? rest : rest.substring(0, mark)),
        mark < 0 ? null : escaped(rest.substring(mark + 1), true),
        credentials);
  }

  private static Optional<WebAddress> absolute(String scheme, String rest) {
    int start = 0;
    while (slashAt(rest, start)) {
      start++;
    }
    int end = start;
    while (end < rest.length() && !slashAt(rest, end) && rest.charAt(end) != '?') {
      end++;
    }
    int at = rest.lastIndexOf('@', end - 1);
    var place = rest.substring(Math.max(at + 1, start), end);
    int bracket = place.startsWith("[") ? place.indexOf(']') : 0;
    int colon = place.indexOf(':', Math.max(bracket, 0));
    var host = WebHost.parse(colon < 0 ? place : place.substring(0, colon));
    int usual = usualPort(scheme);
    int port = colon < 0 ? usual : port(place.substring(colon + 1), usual);
    if (bracket < 0 || host.isEmpty() || port < 0) {
      return Optional.empty();
    }
    var tail = rest.substring(slashAt(rest, end) ? end + 1 : end);
    return Optional.of(new WebAddress(scheme, host.get(), port, "", null, at > start).at("", tail));
  }

  /// The port of a scheme of the web; -1 for others.
  private static int usualPort(String scheme) {
    return WEB.getOrDefault(scheme, -1);
  }

  private static int port(String digits, int usual) {
    int port = digits.isEmpty() ? usual : 0;
    for (int at = 0; at < digits.length(); at++) {
      char c = digits.charAt(at);
      port = c < '0' || c > '9' || port < 0 ? -1 : port * 10 + c - '0';
      port = port > 65_535 ? -1 : port;
    }
    return port;
  }

  /// The segments of a path one after the other, with those of dots carried out.
  private static String path(String folder, String rest) {
    var path = new StringBuilder(folder);
    int start = 0;
    while (start <= rest.length()) {
      int end = start;
      while (end < rest.length() && !slashAt(rest, end)) {
        end++;
      }
      boolean last = end == rest.length();
      int dots = dots(rest, start, end);
      if (dots == 2) {
        path.setLength(Math.max(path.lastIndexOf("/"), 0));
      }
      if (dots == 0) {
        path.append('/').append(escaped(rest.substring(start, end), false));
      } else if (last) {
        path.append('/');
      }
      start = end + 1;
    }
    return path.toString();
  }

  /// 1 for a segment that stands for the same folder, 2 for the folder above, 0 for all others.
  private static int dots(String text, int start, int end) {
    int dots = 0;
    int at = start;
    while (at < end) {
      if (text.charAt(at) == '.') {
        at++;
      } else if (text.regionMatches(true, at, "%2e", 0, 3)) {
        at += 3;
      } else {
        return 0;
      }
      dots++;
    }
    return dots > 2 ? 0 : dots;
  }

  private static String escaped(String text, boolean query) {
    var special = query ? ESCAPED_IN_QUERIES : ESCAPED_IN_PATHS;
    int at = 0;
    while (at < text.length() && isPlain(text.charAt(at), special)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    var escaped = new StringBuilder(text.length() + 16).append(text, 0, at);
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (isPlain(point, special)) {
        escaped.append((char) point);
      } else {
        escape(point, escaped);
      }
      at += Character.charCount(point);
    }
    return escaped.toString();
  }

  private static boolean isPlain(int c, String special) {
    return c > 0x1F && c < 0x7F && special.indexOf(c) < 0;
  }

  /// Its octets in UTF-8; half of a surrogate pair is no character.
  private static void escape(int point, StringBuilder to) {
    int c = point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point;
    if (c < 0x80) {
      octet(c, to);
    } else if (c < 0x800) {
      octet(0xC0 | c >> 6, to);
      octet(0x80 | c & 0x3F, to);
    } else if (c < 0x10000) {
      octet(0xE0 | c >> 12, to);
      octet(0x80 | c >> 6 & 0x3F, to);
      octet(0x80 | c & 0x3F, to);
    } else {
      octet(0xF0 | c >> 18, to);
      octet(0x80 | c >> 12 & 0x3F, to);
      octet(0x80 | c >> 6 & 0x3F, to);
      octet(0x80 | c & 0x3F, to);
    }
  }

  private static void octet(int octet, StringBuilder to) {
    to.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
  }

  /// Whether it is of a scheme of the web, and so has a host.
  public boolean isOfTheWeb() {
    return port >= 0;
  }

  /// Whether a page can be fetched from there.
  public boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /// Whether it names another port than that of its scheme.
  public boolean hasOtherPort() {
    return isOfTheWeb() && usualPort(scheme) != port;
  }

  /// Whether its host is an IP address and no name.
  public boolean isIpAddress() {
    return host.startsWith("[") || IpAddress.parse(host).isPresent();
  }

  /// Whether what is fetched from there is encrypted on the way.
  public boolean isSecure() {
    return scheme.equals("https") || scheme.equals("wss");
  }

  /// What the same-origin policy compares (URL standard §4.7); `null` where it is opaque.
  public String origin() {
    if (scheme.equals("blob")) {
      return parse(path).filter(WebAddress::isHttp).map(WebAddress::origin).orElse("null");
    }
    return isOfTheWeb() ? place() : "null";
  }

  private String place() {
    return scheme + "://" + host + (hasOtherPort() ? ":" + port : "");
  }

  /// The address as browsers show it to servers.
  @Override
  public String toString() {
    return (isOfTheWeb() ? place() : scheme + ":") + path + (query == null ? "" : "?" + query);
  }
}
