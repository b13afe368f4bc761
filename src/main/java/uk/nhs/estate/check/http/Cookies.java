package uk.nhs.estate.check.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.CookieName;
import uk.nhs.estate.observation.text.SetCookie;
import uk.nhs.estate.register.PublicSuffixes;

/// What the checks of cookies have in common.
final class Cookies {

  /// Names that a server makes up anew at each start or for each address it balances.
  private static final Pattern RANDOM_END = Pattern.compile("^(ASPSESSIONID)[A-Z]{8}$");

  /// A cookie and the answer that set it.
  record Sent(Hop hop, SetCookie cookie) {}

  private Cookies() {}

  /// Judges every cookie that browsers keep of a site, whichever of its answers over HTTPS sets it;
  /// one without a fault is no subject.
  static Verdict judge(HttpFacts http, Predicate<SetCookie> concerns, Predicate<SetCookie> sound) {
    return judgeSent(http, concerns, sent -> sound.test(sent.cookie()));
  }

  /// The same with the answer in view.
  static Verdict judgeSent(HttpFacts http, Predicate<SetCookie> concerns, Predicate<Sent> sound) {
    return ofAnswers(
        http,
        without -> {
          var cookies = kept(http).filter(sent -> concerns.test(sent.cookie())).toList();
          if (cookies.isEmpty()) {
            return new Verdict.NotApplicable(without);
          }
          var faults = new LinkedHashMap<String, Fault>();
          for (var sent : cookies) {
            var subject = subject(sent.cookie().name());
            if (!sound.test(sent)) {
              faults.putIfAbsent(subject, new Fault(subject, evidence(sent.cookie())));
            }
          }
          return Verdict.ofFaults(List.copyOf(faults.values()));
        });
  }

  /// Judges the answers of a site, if they are its own: also of one that shows no page, since a
  /// sign-in may begin with a cookie and a redirect.
  ///
  /// @param judge is given what to say if there is nothing to judge
  static Verdict ofAnswers(HttpFacts http, Function<String, Verdict> judge) {
    return switch (http.page()) {
      case HttpFacts.Page.Shown _ -> judge.apply("it sets no such cookie");
      case HttpFacts.Page.NotServed(var reason) -> judge.apply(reason);
      case HttpFacts.Page.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
    };
  }

  /// Those that are somebody's session.
  static boolean isOfASession(SetCookie cookie) {
    return CookieName.isOfASession(cookie.name());
  }

  /// Those that browsers keep of what is set over HTTPS.
  static Stream<Sent> kept(HttpFacts http) {
    return answers(http)
        .filter(Hop::isHttps)
        .flatMap(Cookies::sent)
        .filter(sent -> isKept(http, sent.cookie()));
  }

  /// Whether a browser that visits the site over HTTPS keeps a cookie.
  static boolean isKept(HttpFacts http, SetCookie cookie) {
    return cookie.isKeptBy(http.host(), http.seenAt(), Cookies::isSuffix);
  }

  /// Why a browser does not keep a cookie of the site; empty if it does.
  static Optional<SetCookie.Rejection> rejection(HttpFacts http, boolean https, SetCookie cookie) {
    return cookie.rejection(http.host(), https, Cookies::isSuffix);
  }

  private static boolean isSuffix(String name) {
    return PublicSuffixes.bundled().isSuffix(name);
  }

  /// Every answer of the site's own name that was seen, but those that may be a guard's. Where the
  /// page has answered, it is not heard again.
  static Stream<Hop> answers(HttpFacts http) {
    var visits = new ArrayList<Visit>(List.of(http.plain(), http.securityTxt()));
    if (http.robots() != null) {
      visits.add(http.robots());
    }
    if (http.crawl() != null) {
      visits.addAll(http.crawl().pages());
    }
    var way = http.secure().hops();
    var heard = way.stream().map(Hop::url).collect(Collectors.toSet());
    return Stream.concat(
            way.stream(),
            visits.stream()
                .flatMap(visit -> visit.hops().stream())
                .filter(hop -> !heard.contains(hop.url())))
        .filter(hop -> hop.host().equals(http.host()) && !hop.mayHideThePage());
  }

  /// What an answer sets that browsers can read.
  static Stream<Sent> sent(Hop hop) {
    return hop.values("Set-Cookie").stream()
        .flatMap(field -> SetCookie.parse(field).stream())
        .map(cookie -> new Sent(hop, cookie));
  }

  static String subject(String name) {
    return name.isEmpty()
        ? "a cookie without a name"
        : RANDOM_END.matcher(name).replaceFirst("$1…");
  }

  /// Never the value, which may open somebody's session.
  static String evidence(SetCookie cookie) {
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
