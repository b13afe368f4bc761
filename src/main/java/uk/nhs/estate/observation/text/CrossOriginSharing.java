package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Optional;

/// Which other origins' scripts may read an answer, by its `Access-Control-Allow-…` fields (Fetch
/// §4.9, "CORS check").
///
/// @param origins the values of all `Access-Control-Allow-Origin` field lines
/// @param credentials the values of all `Access-Control-Allow-Credentials` field lines
public record CrossOriginSharing(List<String> origins, List<String> credentials) {

  /// The origin of sandboxed frames, `data:` documents and local files.
  public static final String OPAQUE = "null";

  private static final String ANY = "*";
  private static final String YES = "true";

  public CrossOriginSharing {
    origins = List.copyOf(origins);
    credentials = List.copyOf(credentials);
  }

  /// The origin that is let in, `*` for every one; empty when none is named. Browsers take several
  /// values for one, which is that of no origin.
  public String origin() {
    return String.join(", ", origins);
  }

  /// Whether the scripts of an origin may read the answer to a request without cookies.
  public boolean lets(String origin) {
    return origin().equals(ANY) || origin().equals(origin);
  }

  /// Whether the scripts of an origin may read the answer that visitors get with their cookies.
  public boolean letsWithCredentials(String origin) {
    return origin().equals(origin) && allowsCredentials();
  }

  /// Whether cookies are allowed: only by this word in these letters.
  public boolean allowsCredentials() {
    return String.join(", ", credentials).equals(YES);
  }

  /// Why browsers let no origin in by what is said of the origin.
  public Optional<String> originProblem() {
    if (origins.isEmpty() || origin().equals(ANY) || origin().equals(OPAQUE)) {
      return Optional.empty();
    }
    if (origins.size() > 1 || origin().indexOf(',') >= 0 || origin().indexOf(' ') >= 0) {
      return Optional.of("it may name one origin only: " + origin());
    }
    return isOrigin(origin())
        ? Optional.empty()
        : Optional.of("no origin is written like this: " + origin());
  }

  /// Why browsers send no cookies by what is said of credentials.
  public Optional<String> credentialsProblem() {
    if (allowsCredentials() && origin().equals(ANY)) {
      return Optional.of("with Access-Control-Allow-Origin: * browsers refuse it");
    }
    var said = String.join(", ", credentials);
    return credentials.isEmpty() || allowsCredentials() || said.equalsIgnoreCase("false")
        ? Optional.empty()
        : Optional.of("only true counts, in lower case: " + said);
  }

  /// Whether a browser could write an origin like this (HTML §7.1.1, "serialization of an origin").
  private static boolean isOrigin(String text) {
    int colon = text.indexOf("://");
    if (colon <= 0 || !text.substring(0, colon).chars().allMatch(CrossOriginSharing::isInSchemes)) {
      return false;
    }
    var authority = text.substring(colon + 3);
    int port = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.indexOf(':');
    var host = port > 0 ? authority.substring(0, port) : authority;
    var digits = port > 0 ? authority.substring(port + 1) : "0";
    return !host.isEmpty()
        && host.chars().allMatch(c -> isInSchemes(c) || "_[]:".indexOf(c) >= 0)
        && !digits.isEmpty()
        && digits.length() <= 5
        && digits.chars().allMatch(CrossOriginSharing::isDigit);
  }

  private static boolean isInSchemes(int c) {
    return (c >= 'a' && c <= 'z') || isDigit(c) || c == '+' || c == '-' || c == '.';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
