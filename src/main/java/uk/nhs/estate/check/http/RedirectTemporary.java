package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds sites whose redirect from http to https is for this once only.
public record RedirectTemporary() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.redirect-temporary",
          INFORMATIONAL,
          "The redirect from http to https is temporary",
          """
          Browsers and search engines do not remember it: they come over http again each time, \
          where somebody on the way can read and change what is said.\
          """,
          """
          Answer with status 301 or 308 when http leads to https. Other redirects may stay \
          temporary.\
          """,
          Commands.PLAIN_HEADER,
          rfc(6797, "7.2"),
          rfc(9110, "15.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    for (var step : Redirects.steps(http.plain())) {
      if (step.leadsToHttps()) {
        return Verdict.passIf(step.isPermanent(), step.words());
      }
    }
    return Redirects.withoutSuchAStep(http.plain());
  }
}
