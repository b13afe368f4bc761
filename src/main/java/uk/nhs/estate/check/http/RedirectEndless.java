package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;

/// Finds sites whose redirects never come to a page.
public record RedirectEndless() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.redirect-endless",
          ADVISORY,
          "The redirects of the site never end",
          "Browsers give up and show an error, so nobody can use the site under this address.",
          """
          Find the rule that sends visitors back to where they came from; often a proxy and the \
          server behind it each redirect to what the other one refuses.\
          """,
          Commands.PLAIN_HEADER,
          rfc(9110, "15.4"),
          new Standard(
              "Fetch: HTTP-redirect fetch", "https://fetch.spec.whatwg.org/#http-redirect-fetch"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Redirects.judgeEach(Redirects.frontDoors(http), RedirectEndless::evidence);
  }

  private static Optional<String> evidence(Visit visit) {
    return visit.end() instanceof Visit.Endless
        ? Optional.of(
            "after "
                + visit.hops().size()
                + " answers still a redirect, from "
                + visit.hops().getLast().url())
        : Optional.empty();
  }
}
