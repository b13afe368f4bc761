package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds session cookies that every name of the registered domain gets.
public record CookieScopeWide() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-scope-wide",
          INFORMATIONAL,
          "A session cookie is sent to every site of the domain",
          """
          Whoever runs or takes over any other name below the domain, an old campaign site or \
          one of a supplier, gets the cookie and with it the session.\
          """,
          """
          Leave Domain out of the cookie, so that it stays with the host that set it. Where \
          sites must share a sign-in, let them do it by redirects.\
          """,
          Commands.HEADER,
          new Standard(
              "RFC 6265bis §4.1.2.3",
              "https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-4.1.2.3"),
          new Standard(
              "RFC 6265bis §8.6",
              "https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-8.6"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Cookies.judge(
        http, Cookies::isOfASession, cookie -> !PublicSector.isRegistered(cookie.domain()));
  }
}
