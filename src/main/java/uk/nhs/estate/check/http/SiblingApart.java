package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Visit;

/// Finds sites that show a page under both names, with www. and without, where neither leads to the
// other.
public record SiblingApart() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.sibling-apart",
          INFORMATIONAL,
          "With www. and without it, the site shows pages side by side",
          """
          Cookies and permissions given under one name do not count under the other, search \
          engines see two sites, and a fault mended in one place may stay in the other.\
          """,
          "Choose one of the two names and let the other one redirect to it, page by page.",
          "curl -sSIL https://{name}/; curl -sSIL https://www.{name}/",
          rfc(9110, "15.4.2"),
          new Standard(
              "GOV.UK: naming and registering government websites",
              "https://www.gov.uk/guidance/naming-and-registering-government-websites"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Siblings.judge(http, sibling -> judge(http, sibling));
  }

  private static Verdict judge(HttpFacts http, Sibling sibling) {
    var visit = sibling.secure();
    if (visit.hops().isEmpty()) {
      return visit.end() instanceof Visit.Obstructed(var obstacle)
          ? new Verdict.Unknown(obstacle)
          : new Verdict.NotApplicable("nobody answers over https under its other name");
    }
    var last = visit.hops().getLast();
    if (!last.host().equals(sibling.host()) || leadsAway(visit)) {
      return new Verdict.Pass();
    }
    return switch (visit.end()) {
      case Visit.Obstructed(var obstacle) -> new Verdict.Unknown(obstacle);
      case Visit.Endless _ -> new Verdict.NotApplicable("its redirects never end");
      case Visit.NobodyListens _, Visit.Answered _ ->
          switch (http.page()) {
            case HttpFacts.Page.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
            case HttpFacts.Page.NotServed _ -> new Verdict.Pass();
            case HttpFacts.Page.Shown(var own, _) ->
                last.mayHideThePage()
                    ? new Verdict.Unknown(Redirects.blocked(last))
                    : Verdict.passIf(
                        own.status() != 200 || last.status() != 200,
                        sibling.host(),
                        own.url() + " and " + last.url() + " both show a page");
          };
    };
  }

  /// The visit is not made to its end where it leads to the site itself.
  private static boolean leadsAway(Visit visit) {
    return Redirects.steps(visit).stream()
        .anyMatch(step -> !step.to().host().equals(step.from().host()));
  }
}
