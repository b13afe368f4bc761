package uk.nhs.estate.check.http;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.SetCookie;

/// What the checks of cookies have in common.
final class Cookies {

  /// Names that a server makes up anew at each start or for each address it balances.
  private static final Pattern RANDOM_END = Pattern.compile("^(ASPSESSIONID)[A-Z]{8}$");

  private Cookies() {}

  /// Judges every cookie that browsers keep of a site on the way to its page and on the page; one
  /// without a fault is no subject.
  static Verdict judge(HttpFacts http, Predicate<SetCookie> concerns, Predicate<SetCookie> sound) {
    return Verdict.ofPage(
        http,
        page -> {
          var cookies =
              page.way().stream()
                  .filter(hop -> hop.isHttps() && hop.host().equals(http.host()))
                  .flatMap(hop -> hop.values("Set-Cookie").stream())
                  .map(SetCookie::parse)
                  .flatMap(Optional::stream)
                  .filter(cookie -> cookie.isKeptBy(http.host(), http.seenAt()))
                  .filter(concerns)
                  .toList();
          if (cookies.isEmpty()) {
            return new Verdict.NotApplicable("it sets no such cookie");
          }
          var faults = new ArrayList<Fault>();
          for (var cookie : cookies) {
            if (!sound.test(cookie)) {
              faults.add(new Fault(subject(cookie), evidence(cookie)));
            }
          }
          return Verdict.ofFaults(faults);
        });
  }

  private static String subject(SetCookie cookie) {
    return cookie.name().isEmpty()
        ? "a cookie without a name"
        : RANDOM_END.matcher(cookie.name()).replaceFirst("$1…");
  }

  /// Never the value, which may open somebody's session.
  private static String evidence(SetCookie cookie) {
    var text = new StringBuilder(cookie.name()).append("=…");
    for (var attribute : cookie.attributes()) {
      text.append("; ").append(attribute.name());
      if (!attribute.value().isEmpty()) {
        text.append('=').append(attribute.value());
      }
    }
    return text.toString();
  }
}
