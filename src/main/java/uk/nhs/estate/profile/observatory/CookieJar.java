package uk.nhs.estate.profile.observatory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.SetCookie;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

/// The cookies that are kept of the answers of visits, as browsers keep them or as the Observatory
/// does.
final class CookieJar {

  private static final Set<String> SAME_SITE = Set.of("strict", "lax", "none");

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
    for (var hop : hops(visits)) {
      for (var line : hop.values("Set-Cookie")) {
        SetCookie.parse(line).ifPresent(cookie -> jar.offer(cookie, hop, now));
      }
    }
    return jar.kept();
  }

  /// What the Observatory keeps: nothing without a name, and what is past its time as well.
  static List<Cookie> ofTheirs(List<Visit> visits) {
    var jar = new CookieJar();
    for (var hop : hops(visits)) {
      for (var line : hop.values("Set-Cookie")) {
        SetCookie.parse(line)
            .filter(cookie -> !cookie.name().isEmpty() && jar.isOfThisDomain(cookie, hop))
            .filter(CookieJar::keepsItsPromiseByTheLetter)
            .ifPresent(cookie -> jar.put(cookie, hop));
      }
    }
    return jar.kept();
  }

  private static List<Hop> hops(List<Visit> visits) {
    return visits.stream().flatMap(visit -> visit.hops().stream()).toList();
  }

  private List<Cookie> kept() {
    return cookies.values().stream()
        .filter(cookie -> !cookie.name().equals(OF_A_BALANCER))
        .toList();
  }

  private void offer(SetCookie cookie, Hop hop, Instant now) {
    if (!isOfThisDomain(cookie, hop) || cookie.secure() && !hop.isHttps()) {
      return;
    }
    if (cookie.isKeptBy(hop.host(), now)) {
      put(cookie, hop);
    } else if (isPast(cookie, hop, now)) {
      cookies.remove(key(cookie, hop));
    }
  }

  /// Whether only its time is what keeps it from being kept.
  private static boolean isPast(SetCookie cookie, Hop hop, Instant now) {
    var lasting = new ArrayList<>(cookie.attributes());
    lasting.removeIf(one -> one.name().equals("max-age") || one.name().equals("expires"));
    return new SetCookie(cookie.name(), cookie.value(), lasting).isKeptBy(hop.host(), now);
  }

  /// A cookie may be for the host or for a domain above it, and for none under which the public
  /// registers names.
  private boolean isOfThisDomain(SetCookie cookie, Hop hop) {
    var domain = domain(cookie);
    return domain.isEmpty()
        || domain.equals(hop.host())
        || hop.host().endsWith("." + domain) && isRegistered(domain);
  }

  private static boolean isRegistered(String domain) {
    try {
      return PublicSuffixes.bundled().registrable(new DomainName(domain)).isPresent();
    } catch (Refusal _) {
      return false;
    }
  }

  private static boolean keepsItsPromiseByTheLetter(SetCookie cookie) {
    var path = last(cookie, "path").orElse("/");
    boolean host = cookie.name().startsWith("__Host-");
    boolean alone = domain(cookie).isEmpty() && (!path.startsWith("/") || path.equals("/"));
    return (cookie.secure() || !(host || cookie.name().startsWith("__Secure-")))
        && (alone || !host);
  }

  private void put(SetCookie cookie, Hop hop) {
    var sameSite =
        last(cookie, "samesite")
            .map(value -> value.toLowerCase(Locale.ROOT))
            .filter(SAME_SITE::contains)
            .orElse(null);
    cookies.put(
        key(cookie, hop),
        new Cookie(cookie.name(), cookie.secure(), cookie.httpOnly(), sameSite));
  }

  private static Key key(SetCookie cookie, Hop hop) {
    var domain = domain(cookie);
    return new Key(
        domain.isEmpty() ? hop.host() : domain,
        last(cookie, "path").filter(path -> path.startsWith("/")).orElse("/"),
        cookie.name());
  }

  private static String domain(SetCookie cookie) {
    var domain = last(cookie, "domain").orElse("").toLowerCase(Locale.ROOT);
    return domain.startsWith(".") ? domain.substring(1) : domain;
  }

  private static Optional<String> last(SetCookie cookie, String attribute) {
    return cookie.attributes().stream()
        .filter(one -> one.name().equals(attribute))
        .map(SetCookie.Attribute::value)
        .reduce((_, last) -> last);
  }
}
