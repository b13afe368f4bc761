package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.CacheControl;
import uk.nhs.estate.observation.text.CookieName;

/// Finds answers that set a session cookie and tell shared caches to give them to others.
public record CookieCacheable() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-cacheable",
          ADVISORY,
          "A session cookie is in an answer that caches may give to others",
          """
          A proxy or a content delivery network that keeps the answer hands the same cookie to \
          the next visitor, who is then in somebody else's session.\
          """,
          """
          Send Cache-Control: no-store, or private, with every answer that sets a cookie of a \
          session.\
          """,
          Commands.HEADER,
          rfc(9111, "7.3"),
          rfc(9111, "5.2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Cookies.judgeSent(
        http,
        cookie ->
            CookieName.isOfASession(cookie.name()) || CookieName.isAgainstForgery(cookie.name()),
        sent -> !CacheControl.parse(sent.hop().values("Cache-Control")).isForShared());
  }
}
