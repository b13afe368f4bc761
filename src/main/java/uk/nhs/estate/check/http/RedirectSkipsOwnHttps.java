package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;

/// Finds sites that send visitors who come over http elsewhere before they have been to its own
/// https.
public record RedirectSkipsOwnHttps() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.redirect-skips-own-https",
          INFORMATIONAL,
          "Visitors who come over http are sent elsewhere before they reach https",
          """
          The browser never asks this name over https on the way, so it does not learn its \
          Strict-Transport-Security and asks over http again the next time, where others can \
          read and change what is said.\
          """,
          """
          Redirect http to https on the same name first, and from there to wherever visitors \
          should end.\
          """,
          Commands.PLAIN_HEADER,
          rfc(6797, "7.2"),
          new Standard(
              "HSTS preload list requirements",
              "https://hstspreload.org/#submission-requirements"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    if (http.secure().hops().isEmpty()) {
      return http.secure().end() instanceof Visit.Obstructed(var obstacle)
          ? new Verdict.Unknown(obstacle)
          : new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
    }
    for (var step : Redirects.steps(http.plain())) {
      boolean here = step.to().host().equals(http.host());
      if (!here || step.leadsToHttps()) {
        return Verdict.passIf(here, step.words());
      }
    }
    return Redirects.withoutSuchAStep(http.plain());
  }
}
