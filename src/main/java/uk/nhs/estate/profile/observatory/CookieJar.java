package uk.nhs.estate.profile.observatory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.SetCookie;
import uk.nhs.estate.observation.text.SetCookie.Rejection;

/// The cookies that are kept of the answers of visits, as browsers keep them or as the Observatory
/// does.
final class CookieJar {

  private static final Set<String> SAME_SITE = Set.of("strict", "lax", "none");

  /// The Observatory holds it to be a fault of its own.
  private static final Set<Rejection> BORNE = Set.of(Rejection.SAME_SITE_NONE_WITHOUT_SECURE);

  private static final Set<Rejection> THEIRS =
      Set.of(Rejection.OTHER_DOMAIN, Rejection.PUBLIC_SUFFIX);

  /// Set by a balancer of loads, without anything that its users could change.
  private static final String OF_A_BALANCER = "heroku-session-affinity";

  /// One that is kept.
  ///
  /// @param sameSite in lower case; none if it is not said, or in a word that browsers do not know
  record Cookie(String name, boolean secure, boolean httpOnly, @Nullable String sameSite) {}

  private record Key(String domain, String path, String name) {}

  private final Map<Key, Cookie> cookies = new LinkedHashMap<>();

  private CookieJar() {}

  /// What browsers keep (RFC 6265bis §5.7).
  static List<Cookie> ofBrowsers(List<Visit> visits, Instant now) {
    var jar = new CookieJar();
    offered(visits)
        .filter(
            one ->
                one.cookie()
                    .rejection(one.by().host(), one.by().isHttps())
                    .map(BORNE::contains)
                    .orElse(true))
        .forEach(
            one -> {
              if (one.cookie().isTakenAway(now)) {
                jar.cookies.remove(one.key());
              } else {
                jar.cookies.put(one.key(), one.kept());
              }
            });
    return jar.kept();
  }

  /// What the Observatory keeps: nothing without a name, and what is past its time as well.
  static List<Cookie> ofTheirs(List<Visit> visits) {
    var jar = new CookieJar();
    offered(visits)
        .filter(one -> !one.cookie().name().isEmpty() && one.keepsItsPromiseByTheLetter())
        .filter(
            one -> one.cookie().rejection(one.by().host(), true).filter(THEIRS::contains).isEmpty())
        .forEach(one -> jar.cookies.put(one.key(), one.kept()));
    return jar.kept();
  }

  private List<Cookie> kept() {
    return cookies.values().stream().filter(one -> !one.name().equals(OF_A_BALANCER)).toList();
  }

  private static Stream<Offered> offered(List<Visit> visits) {
    return visits.stream()
        .flatMap(visit -> visit.hops().stream())
        .flatMap(
            hop ->
                hop.values("Set-Cookie").stream()
                    .flatMap(line -> SetCookie.parse(line).stream())
                    .map(cookie -> new Offered(cookie, hop)));
  }

  /// A cookie and who sets it.
  private record Offered(SetCookie cookie, Hop by) {

    Key key() {
      var domain = cookie.domain();
      var path = last("path");
      return new Key(
          domain.isEmpty() ? by.host() : domain, path.startsWith("/") ? path : "/", cookie.name());
    }

    Cookie kept() {
      var sameSite = last("samesite").toLowerCase(Locale.ROOT);
      return new Cookie(
          cookie.name(),
          cookie.secure(),
          cookie.httpOnly(),
          SAME_SITE.contains(sameSite) ? sameSite : null);
    }

    /// Prefixes in these very letters, and a path that may be left out.
    boolean keepsItsPromiseByTheLetter() {
      boolean host = cookie.name().startsWith("__Host-");
      boolean bound = host || cookie.name().startsWith("__Secure-");
      return (cookie.secure() || !bound)
          && (!host || cookie.domain().isEmpty() && key().path().equals("/"));
    }

    private String last(String attribute) {
      return cookie.attributes().stream()
          .filter(one -> one.name().equals(attribute))
          .map(SetCookie.Attribute::value)
          .reduce("", (_, last) -> last);
    }
  }
}
