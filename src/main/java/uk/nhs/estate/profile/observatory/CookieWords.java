package uk.nhs.estate.profile.observatory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the name of a cookie says that it is for, by the words in it: `blogin` and `possession` hold
/// the letters and not the words.
final class CookieWords {

  private static final Set<String> SESSION =
      Set.of(
          "sess", "session", "sid", "login", "logged", "signin", "auth", "aspxauth", "fedauth",
          "msisauth", "jwt", "smsession", "ltpatoken", "ltpatoken2", "cftoken", "cfid");
  private static final Set<String> WHOSE_TOKEN =
      Set.of("access", "refresh", "id", "remember", "user");
  private static final Pattern DRUPAL = Pattern.compile("s?sess[0-9a-f]{32,64}");
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^A-Za-z0-9]++|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private CookieWords() {}

  private static List<String> words(String name) {
    return Arrays.stream(BETWEEN_WORDS.split(name))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /// Whether it stands for somebody who has signed in, or may sign in.
  static boolean isOfSession(String name) {
    var words = words(name);
    return words.stream().anyMatch(CookieWords::isSession)
        || words.contains("token") && words.stream().anyMatch(WHOSE_TOKEN::contains);
  }

  private static boolean isSession(String word) {
    return SESSION.contains(word)
        || word.endsWith("sessionid")
        || word.endsWith("sessid")
        || word.startsWith("aspsessionid")
        || DRUPAL.matcher(word).matches();
  }

  /// Whether it holds a token against forged requests.
  static boolean isAgainstForgery(String name) {
    var together = String.join("", words(name));
    return together.contains("csrf")
        || together.contains("xsrf")
        || together.contains("antiforgery")
        || together.contains("requestverificationtoken");
  }
}
