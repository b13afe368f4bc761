package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_ALL_SOUND;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_ANTICSRF;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_INSECURE;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_INSECURE_HSTS;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_NONE;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_SAMESITE_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_SESSION_INSECURE;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_SESSION_INSECURE_HSTS;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_SESSION_SCRIPTS;
import static uk.nhs.estate.profile.observatory.Outcome.COOKIES_SOUND;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.CookieName;
import uk.nhs.estate.profile.observatory.CookieJar.Cookie;

/// How the site keeps its cookies.
final class Cookies {

  /// From the best to the worst; the worst of all cookies counts.
  private static final List<Outcome> ORDER =
      List.of(
          COOKIES_INSECURE_HSTS,
          COOKIES_INSECURE,
          COOKIES_SESSION_INSECURE_HSTS,
          COOKIES_SAMESITE_INVALID,
          COOKIES_ANTICSRF,
          COOKIES_SESSION_SCRIPTS,
          COOKIES_SESSION_INSECURE);

  private static final Set<String> SAME_SITE = Set.of("strict", "lax", "none");

  /// What names say.
  private record Words(Predicate<String> ofSession, Predicate<String> againstForgery) {}

  private static final Words THEIRS =
      new Words(name -> has(name, "login") || has(name, "sess"), name -> has(name, "csrf"));
  private static final Words OURS =
      new Words(CookieName::isOfASession, CookieName::isAgainstForgery);

  private Cookies() {}

  private static boolean has(String name, String letters) {
    return name.toLowerCase(Locale.ROOT).contains(letters);
  }

  static Opinion of(Look look, Opinion transport) {
    var http = look.http();
    var page = List.of(look.visit());
    var all = Stream.of(Optional.of(look.visit()), robots(look)).flatMap(Optional::stream).toList();
    var theirCookies = CookieJar.ofTheirs(page);
    var ourCookies = CookieJar.ofBrowsers(all, http.seenAt());
    var theirs = outcome(look, theirCookies, THEIRS, transport.theirs().isPass());
    var ours = outcome(look, ourCookies, OURS, transport.ours().isPass());
    Deviation because;
    if (outcome(look, theirCookies, OURS, transport.theirs().isPass()) == ours) {
      because = Deviation.COOKIE_NAMES;
    } else if (CookieJar.ofBrowsers(page, http.seenAt()).equals(ourCookies)) {
      because = Deviation.COOKIE_KEPT;
    } else {
      because = Deviation.COOKIE_OF_ANOTHER_FILE;
    }
    return new Opinion(theirs, ours, because);
  }

  private static Optional<Visit> robots(Look look) {
    return Optional.ofNullable(look.http().robots());
  }

  private static Outcome outcome(Look look, List<Cookie> cookies, Words words, boolean hsts) {
    if (cookies.isEmpty()) {
      return COOKIES_NONE;
    }
    var faults = EnumSet.noneOf(Outcome.class);
    if (look.values("Set-Cookie").stream().anyMatch(Cookies::saysSameSiteWrongly)) {
      faults.add(COOKIES_SAMESITE_INVALID);
    }
    for (var cookie : cookies) {
      faults(cookie, words, hsts, faults);
    }
    if (!faults.isEmpty()) {
      return ORDER.stream().filter(faults::contains).reduce((_, worst) -> worst).orElseThrow();
    }
    return cookies.stream().allMatch(cookie -> cookie.sameSite() != null)
        ? COOKIES_ALL_SOUND
        : COOKIES_SOUND;
  }

  private static void faults(Cookie cookie, Words words, boolean hsts, Set<Outcome> faults) {
    boolean session = words.ofSession().test(cookie.name());
    if (!cookie.secure()) {
      faults.add(hsts ? COOKIES_INSECURE_HSTS : COOKIES_INSECURE);
      if (session) {
        faults.add(hsts ? COOKIES_SESSION_INSECURE_HSTS : COOKIES_SESSION_INSECURE);
      }
      if ("none".equals(cookie.sameSite())) {
        faults.add(COOKIES_SAMESITE_INVALID);
      }
    }
    if (session && !cookie.httpOnly()) {
      faults.add(COOKIES_SESSION_SCRIPTS);
    }
    if (words.againstForgery().test(cookie.name()) && cookie.sameSite() == null) {
      faults.add(COOKIES_ANTICSRF);
    }
  }

  private static boolean saysSameSiteWrongly(String line) {
    for (var part : line.split(";", -1)) {
      var words = part.strip().split("=", -1);
      if (words[0].strip().equalsIgnoreCase("samesite")
          && (words.length == 1
              || !SAME_SITE.contains(words[1].strip().toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }
}
