package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;

import java.util.LinkedHashMap;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.CookieName;

/// Finds cookies of sessions and forms that are set over http, where anybody on the way can read
/// and set them.
public record CookieSetOverHttp() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-set-over-http",
          ADVISORY,
          "A session cookie is set over http",
          """
          Anybody on the way can read it, or put one of their own in its place, and so share the \
          session that the visitor goes on with over https.\
          """,
          """
          Answer over http with the redirect to https alone, and set the cookie over https with \
          Secure.\
          """,
          "curl -sSI http://{name}/",
          new Standard(
              "RFC 6265bis §8.5",
              "https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-8.5"),
          new Standard(
              "OWASP ASVS 5.0, V3.3",
              "https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    var hops =
        http.plain().hops().stream()
            .filter(hop -> !hop.isHttps() && hop.host().equals(http.host()))
            .toList();
    if (hops.isEmpty() || hops.stream().allMatch(hop -> hop.mayHideThePage())) {
      return Redirects.withoutSuchAStep(http.plain());
    }
    var faults = new LinkedHashMap<String, Fault>();
    hops.stream()
        .filter(hop -> !hop.mayHideThePage())
        .flatMap(Cookies::sent)
        .map(Cookies.Sent::cookie)
        .filter(cookie -> Cookies.rejection(http, false, cookie).isEmpty())
        .filter(cookie -> !cookie.isTakenAway(http.seenAt()))
        .filter(
            cookie ->
                CookieName.isOfASession(cookie.name())
                    || CookieName.isAgainstForgery(cookie.name()))
        .map(cookie -> new Fault(Cookies.subject(cookie.name()), Cookies.evidence(cookie)))
        .forEach(fault -> faults.putIfAbsent(fault.subject(), fault));
    return Verdict.ofFaults(List.copyOf(faults.values()));
  }
}
