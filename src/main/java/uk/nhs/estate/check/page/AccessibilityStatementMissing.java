package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Statement;

/// Looks for a link to the accessibility statement. It is found by the words of links, in English
/// and Welsh.
public record AccessibilityStatementMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.accessibility-statement-missing",
          INFORMATIONAL,
          "No link to an accessibility statement was found",
          """
          Public bodies must say how accessible their website is and how to complain, and \
          visitors look for it on the home page.\
          """,
          "Publish an accessibility statement and link to it from every page.",
          Commands.LINKS,
          new Standard(
              "Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations"
                  + " 2018, reg. 8",
              "https://www.legislation.gov.uk/uksi/2018/952/regulation/8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Statements.judge(http, Statement.ACCESSIBILITY, "an accessibility statement");
  }
}
