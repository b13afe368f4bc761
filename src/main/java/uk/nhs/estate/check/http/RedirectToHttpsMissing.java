package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;

/// Finds sites that leave visitors on http who came over http.
public record RedirectToHttpsMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.redirect-to-https-missing",
          ADVISORY,
          "Visitors who come over http are not taken to https",
          """
          Old links and typed addresses begin with http. What such visitors see and send can be \
          read and changed on the way, although the site has HTTPS.\
          """,
          "Answer every request over http with a permanent redirect to the same page over https.",
          "curl -sSIL http://{name}/",
          rfc(9110, "15.4"),
          rfc(6797, "7.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    if (http.secure().hops().isEmpty() && http.secure().end() instanceof Visit.NobodyListens) {
      return new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
    }
    var visit = http.plain();
    if (Redirects.steps(visit).stream().anyMatch(step -> step.leadsToHttps())) {
      return new Verdict.Pass();
    }
    return switch (visit.end()) {
      case Visit.NobodyListens _ -> new Verdict.NotApplicable("nobody answers over http");
      case Visit.Endless _ -> new Verdict.NotApplicable("its redirects never end");
      case Visit.Obstructed(var obstacle) -> new Verdict.Unknown(obstacle);
      case Visit.Answered _ -> judgeLast(visit.hops().getLast());
    };
  }

  private static Verdict judgeLast(Hop last) {
    return last.mayHideThePage()
        ? new Verdict.Unknown(
            new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + last.status() + " over http"))
        : new Verdict.Fail("", last.url() + " answers with status " + last.status());
  }
}
