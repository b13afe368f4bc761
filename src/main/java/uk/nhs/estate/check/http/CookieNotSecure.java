package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.SetCookie;

/// Finds cookies that are sent over http as well.
public record CookieNotSecure() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-not-secure",
          ADVISORY,
          "A cookie is not kept to HTTPS",
          """
          When the visitor follows a link that begins with http, the cookie is sent in clear \
          text, and whoever reads it may take over the session.\
          """,
          "Add Secure to the cookie, where the application or the server in front of it sets it.",
          Commands.HEADER,
          rfc(6265, "4.1.2.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Cookies.judge(http, _ -> true, SetCookie::secure);
  }
}
