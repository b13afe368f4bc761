package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Statement;

/// Looks for a link to the privacy notice. It is found by the words of links, in English and Welsh.
public record PrivacyNoticeMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.privacy-notice-missing",
          INFORMATIONAL,
          "No link to a privacy notice was found",
          "People must be told who uses their personal data, what for and what their rights are.",
          "Publish a privacy notice and link to it from every page.",
          Commands.LINKS,
          new Standard(
              "UK GDPR art. 13", "https://www.legislation.gov.uk/eur/2016/679/article/13"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Statements.judge(http, Statement.PRIVACY, "a privacy notice");
  }
}
