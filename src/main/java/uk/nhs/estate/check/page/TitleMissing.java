package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds pages without a title.
public record TitleMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.title-missing",
          INFORMATIONAL,
          "The page has no title",
          "People who use screen readers or many tabs cannot tell what page it is.",
          "Give every page a title element that says what it is about and whose it is.",
          Commands.PAGE,
          new Standard(
              "WCAG 2.2 success criterion 2.4.2", "https://www.w3.org/TR/WCAG22/#page-titled"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Statements.judgeEvery(http, markup -> !markup.title().isEmpty(), "no title");
  }
}
