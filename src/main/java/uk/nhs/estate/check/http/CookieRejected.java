package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.SetCookie;
import uk.nhs.estate.observation.text.SetCookie.Rejection;

/// Finds cookies that no browser keeps, and says why.
public record CookieRejected() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-rejected",
          INFORMATIONAL,
          "The site sets a cookie that browsers refuse",
          """
          What the cookie is for does not work: somebody is not kept signed in, a choice is \
          forgotten, or a form is refused.\
          """,
          "Mend what the evidence names where the cookie is set, or stop setting it.",
          Commands.HEADER,
          new Standard(
              "RFC 6265bis §5.7",
              "https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.7"),
          new Standard(
              "Cookies: store a cookie",
              "https://www.ietf.org/archive/id/draft-ietf-httpbis-layered-cookies-01.html#name-store-a-cookie"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Cookies.ofAnswers(http, without -> judgeAll(http, without));
  }

  private static Verdict judgeAll(HttpFacts http, String without) {
    var faults = new LinkedHashMap<String, Fault>();
    var kept = Cookies.kept(http).map(sent -> sent.cookie().name()).collect(Collectors.toSet());
    for (var hop : Cookies.answers(http).toList()) {
      for (var field : hop.values("Set-Cookie")) {
        SetCookie.whyIgnored(field)
            .map(why -> new Fault(nameOf(field), why.words()))
            .or(() -> fault(http, hop, field, kept))
            .ifPresent(fault -> faults.putIfAbsent(fault.subject(), fault));
      }
    }
    if (faults.isEmpty() && !(http.page() instanceof HttpFacts.Page.Shown)) {
      return new Verdict.NotApplicable(without);
    }
    return Verdict.ofFaults(List.copyOf(faults.values()));
  }

  /// What is refused over http does no harm when it is set again over https.
  private static Optional<Fault> fault(
      HttpFacts http, Hop hop, String field, Set<String> keptOverHttps) {
    return SetCookie.parse(field)
        .filter(cookie -> !cookie.isTakenAway(http.seenAt()))
        .flatMap(
            cookie ->
                Cookies.rejection(http, hop.isHttps(), cookie)
                    .filter(
                        why ->
                            why != Rejection.SECURE_OVER_HTTP
                                || !keptOverHttps.contains(cookie.name()))
                    .map(
                        why ->
                            new Fault(
                                Cookies.subject(cookie.name()),
                                why.words() + ": " + Cookies.evidence(cookie))));
  }

  /// The name of what cannot be read, if that can be read.
  private static String nameOf(String field) {
    int end = field.indexOf('=');
    var name = end < 0 ? "" : field.substring(0, end).strip();
    return name.isEmpty() || name.chars().anyMatch(Character::isISOControl)
        ? "a cookie that cannot be read"
        : Cookies.subject(name);
  }
}
