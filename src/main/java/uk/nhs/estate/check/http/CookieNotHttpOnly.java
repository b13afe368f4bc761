package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.SetCookie;

/// Finds session cookies that scripts can read. Others may need to be read by scripts, so a cookie
/// is a session cookie only if its name says so.
public record CookieNotHttpOnly() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-not-http-only",
          ADVISORY,
          "A session cookie can be read by scripts",
          """
          A script that gets into the page, by a flaw of the site or by one of its suppliers, can \
          send the cookie away, and whoever has it takes over the session.\
          """,
          "Add HttpOnly to the cookie, where the application or the server in front of it sets it.",
          Commands.HEADER,
          rfc(6265, "4.1.2.6"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Cookies.judge(http, Cookies::isOfASession, SetCookie::httpOnly);
  }
}
