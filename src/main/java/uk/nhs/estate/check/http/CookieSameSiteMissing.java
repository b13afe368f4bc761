package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.SetCookie.SameSite;

/// Finds session cookies that do not say which requests from other sites carry them.
public record CookieSameSiteMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-same-site-missing",
          INFORMATIONAL,
          "A session cookie does not say SameSite",
          """
          Some browsers then send it with every request that another site makes, so that other \
          site can act in the visitor's name. Others take it for Lax, but not in the first two \
          minutes.\
          """,
          """
          Add SameSite=Lax or SameSite=Strict to the cookie; SameSite=None with Secure only \
          where other sites must show this one in a frame.\
          """,
          Commands.HEADER,
          new Standard(
              "RFC 6265bis §5.6.7",
              "https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-5.6.7"),
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
        http, Cookies::isOfASession, cookie -> cookie.sameSite() != SameSite.UNSAID);
  }
}
