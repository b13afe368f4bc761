package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells from a cookie's name what it is for, as far as that can be told: by whole words, so that
/// `possession` and `blogin` are no sessions, and by the names of widespread frameworks.
public final class CookieName {

  /// Words that stand for a session or a sign-in.
  private static final Set<String> OF_SESSIONS =
      Set.of(
          "session",
          "sessions",
          "sess",
          "sessid",
          "sessionid",
          "sid",
          "login",
          "loggedin",
          "auth",
          "authn",
          "jwt",
          "remember",
          "sso");

  /// What frameworks and gateways call theirs, in lower case and whole.
  private static final Set<String> OF_FRAMEWORKS =
      Set.of(
          "phpsessid",
          "jsessionid",
          "jsessionidsso",
          "cfid",
          "cftoken",
          "connect.sid",
          ".aspxauth",
          "fedauth",
          "rtfa",
          "smsession",
          "ltpatoken",
          "ltpatoken2",
          "iplanetdirectorypro",
          "mrhsession",
          "lastmrh_session",
          "dsid",
          "svpncookie",
          "nsc_aaac",
          "access_token",
          "refresh_token",
          "id_token");

  /// Beginnings of names that go on with what is made up anew.
  private static final List<String> BEGINNINGS =
      List.of(
          "aspsessionid",
          "_shibsession_",
          "wordpress_sec_",
          "wordpress_logged_in_",
          ".aspnetcore.cookies",
          ".aspnetcore.identity",
          ".aspnetcore.session");

  /// Words that stand for the token by which a form is known to be the site's own.
  private static final Set<String> OF_FORMS =
      Set.of(
          "csrf",
          "xsrf",
          "csrftoken",
          "xsrftoken",
          "csrfmiddlewaretoken",
          "antiforgery",
          "requestverificationtoken",
          "authenticity");

  /// Words of cookies that have another purpose, whatever else stands in their names: load
  /// balancing, analytics, consent.
  private static final Set<String> OF_OTHERS =
      Set.of("affinity", "hj", "ai", "consent", "timeout", "analytics");

  private static final int DRUPAL_DIGITS = 32;

  private CookieName() {}

  /// Whether whoever has the cookie has somebody's session.
  public static boolean isOfASession(String name) {
    var bare = withoutPrefix(name);
    var lower = bare.toLowerCase(Locale.ROOT);
    if (OF_FRAMEWORKS.contains(lower)
        || BEGINNINGS.stream().anyMatch(lower::startsWith)
        || isOfDrupal(lower)) {
      return true;
    }
    var words = words(bare);
    return words.stream().anyMatch(OF_SESSIONS::contains)
        && words.stream().noneMatch(word -> OF_FORMS.contains(word) || OF_OTHERS.contains(word));
  }

  /// Whether the cookie is what forms are known by as the site's own.
  public static boolean isAgainstForgery(String name) {
    return words(name).stream().anyMatch(OF_FORMS::contains)
        || words(name.toLowerCase(Locale.ROOT)).stream().anyMatch(OF_FORMS::contains);
  }

  /// `SESS` or `SSESS` and a hash.
  private static boolean isOfDrupal(String lower) {
    int start = lower.startsWith("ssess") ? 5 : lower.startsWith("sess") ? 4 : -1;
    return start > 0
        && lower.length() == start + DRUPAL_DIGITS
        && lower.chars().skip(start).allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static String withoutPrefix(String name) {
    for (var prefix : List.of("__host-http-", "__host-", "__secure-", "__http-")) {
      if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
        return name.substring(prefix.length());
      }
    }
    return name;
  }

  /// The words of a name in lower case: what stands between other characters, digits among them,
  /// and what begins with a capital letter.
  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      boolean small = isSmall(c);
      boolean capital = c >= 'A' && c <= 'Z';
      boolean begins = capital && at > 0 && beginsAWord(name, at);
      if ((begins || !(small || capital)) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (small || capital) {
        word.append(Character.toLowerCase(c));
      }
    }
    words.add(word.toString());
    return words;
  }

  /// A capital letter after a small one, or the last of several before a small one.
  private static boolean beginsAWord(String name, int capital) {
    return isSmall(name.charAt(capital - 1))
        || (capital + 1 < name.length() && isSmall(name.charAt(capital + 1)));
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }
}
