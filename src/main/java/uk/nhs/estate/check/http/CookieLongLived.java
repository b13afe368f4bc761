package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.SetCookie;

/// Finds session cookies that are to last longer than browsers keep any.
public record CookieLongLived() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-long-lived",
          INFORMATIONAL,
          "A session cookie is to last longer than 400 days",
          """
          On a shared or lost computer the session stays open for whoever comes next. Browsers \
          cut the time to 400 days, so it does not last as long as was meant either.\
          """,
          """
          Leave Max-Age and Expires out of the cookie, or set them to the hours that the session \
          really lasts.\
          """,
          Commands.HEADER,
          new Standard(
              "RFC 6265bis §5.5",
              "https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.5"),
          new Standard(
              "OWASP ASVS 5.0, V3.3",
              "https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Cookies.judge(
        http,
        Cookies::isOfASession,
        cookie ->
            cookie
                .life(http.seenAt())
                .filter(life -> life.compareTo(SetCookie.LONGEST_LIFE) > 0)
                .isEmpty());
  }
}
