package uk.nhs.estate.observation.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;

/// Whom an address of the web asks, read as browsers read it (URL standard §4.4): its scheme, host
/// and port, and whether it carries a name or a password.
///
/// @param scheme `http` or `https`
/// @param credentials whether something stands before the host and an `@`
/// @param host in lower case and ASCII; an IPv6 address with its brackets
public record WebAddress(String scheme, boolean credentials, String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int MOST_PORTS = 65_535;
  private static final String FORBIDDEN = "#/:<>?@[\\]^|%\"`{} ";

  /// Reads a whole address; empty if it is none of the web.
  public static Optional<WebAddress> parse(String text) {
    return resolve(text, "");
  }

  /// Reads what a page or an answer at this address points to; empty if it is no address of the
  /// web.
  ///
  /// @param text as written, such as `//www.trust.nhs.uk/` or `page?id=1`
  public Optional<WebAddress> resolve(String text) {
    return resolve(text, scheme).map(found -> found.host().isEmpty() ? this : found);
  }

  /// An address of the same scheme that names no host is given back with an empty one.
  ///
  /// @param base the scheme of the address that the text is relative to; empty for none
  private static Optional<WebAddress> resolve(String text, String base) {
    var cleaned = cleaned(text);
    int colon = schemeEnd(cleaned);
    var scheme = colon < 0 ? base : cleaned.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    int start = colon + 1;
    while (start < cleaned.length() && isSlash(cleaned.charAt(start))) {
      start++;
    }
    if (scheme.equals(base) && start - colon - 1 < 2) {
      return Optional.of(new WebAddress(scheme, false, "", portOf(scheme)));
    }
    int end = start;
    while (end < cleaned.length()
        && !isSlash(cleaned.charAt(end))
        && "?#".indexOf(cleaned.charAt(end)) < 0) {
      end++;
    }
    return authority(scheme, cleaned.substring(start, end));
  }

  private static Optional<WebAddress> authority(String scheme, String authority) {
    int at = authority.lastIndexOf('@');
    var place = authority.substring(at + 1);
    int bracket = place.lastIndexOf(']');
    int colon = place.indexOf(':', Math.max(bracket, 0));
    var digits = colon < 0 ? "" : place.substring(colon + 1);
    int port = digits.isEmpty() ? portOf(scheme) : port(digits);
    var host = host(colon < 0 ? place : place.substring(0, colon));
    return host.isEmpty() || port < 0
        ? Optional.empty()
        : Optional.of(new WebAddress(scheme, at > 0, host, port));
  }

  /// The host as it is asked for; empty if it is none.
  private static String host(String written) {
    if (written.startsWith("[")) {
      var address = written.endsWith("]") ? written.substring(1, written.length() - 1) : "";
      return IpAddress.parse(address).filter(IpAddress::isIpv6).isPresent()
          ? written.toLowerCase(Locale.ROOT)
          : "";
    }
    var decoded = decoded(written);
    if (decoded.chars().allMatch(c -> c < 0x80)) {
      var lower = decoded.toLowerCase(Locale.ROOT);
      return lower.chars().anyMatch(c -> c < ' ' || c == 0x7F || FORBIDDEN.indexOf(c) >= 0)
          ? ""
          : lower;
    }
    try {
      return DomainName.parse(decoded).ascii();
    } catch (Refusal _) {
      return "";
    }
  }

  /// Names outside ASCII come as UTF-8, percent-encoded or not; a header field has its octets one
  /// to a character.
  private static String decoded(String written) {
    if (written.chars().allMatch(c -> c < 0x80 && c != '%')
        || written.chars().anyMatch(c -> c > 0xFF)) {
      return written;
    }
    var octets = new ByteArrayOutputStream();
    for (int at = 0; at < written.length(); at++) {
      int high = digit(written, at + 1);
      int low = digit(written, at + 2);
      if (written.charAt(at) == '%' && high >= 0 && low >= 0) {
        octets.write(high << 4 | low);
        at += 2;
      } else {
        octets.write(written.charAt(at));
      }
    }
    return octets.toString(StandardCharsets.UTF_8);
  }

  private static int digit(String text, int at) {
    return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
  }

  private static int port(String digits) {
    if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int port = Integer.parseInt(digits);
    return port > MOST_PORTS ? -1 : port;
  }

  /// Without control characters and spaces around it, and without tabs and line ends anywhere.
  private static String cleaned(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    var cleaned = new StringBuilder(end - start);
    text.substring(start, end)
        .chars()
        .filter(c -> c != '\t' && c != '\n' && c != '\r')
        .forEach(c -> cleaned.append((char) c));
    return cleaned.toString();
  }

  /// Where the colon after a scheme stands; less than nothing if there is none.
  private static int schemeEnd(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':' && at > 0) {
        return at;
      }
      if (!letter && (at == 0 || !((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static int portOf(String scheme) {
    return scheme.equals("https") ? HTTPS : HTTP;
  }

  public boolean isHttps() {
    return scheme.equals("https");
  }

  /// Whether the port is another than the scheme stands for.
  public boolean hasOtherPort() {
    return port != portOf(scheme);
  }

  /// Whether the host is an IP address, in any form that browsers take for one (URL standard §3.5).
  public boolean isIpAddress() {
    if (host.startsWith("[")) {
      return true;
    }
    var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    var last = name.substring(name.lastIndexOf('.') + 1);
    boolean decimal = !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
    return decimal
        || (last.startsWith("0x")
            && last.substring(2).chars().allMatch(c -> Character.digit(c, 16) >= 0));
  }

  /// As people write it, without path and credentials: `https://www.trust.nhs.uk:8443`.
  @Override
  public String toString() {
    return scheme + "://" + host + (hasOtherPort() ? ":" + port : "");
  }
}
