package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds pages that do not name their language.
public record LanguageMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.language-missing",
          INFORMATIONAL,
          "The page does not say in which language it is",
          "Screen readers then read it out in the wrong language.",
          "Add lang to the html element, such as lang=en, or lang=cy for Welsh.",
          Commands.PAGE,
          new Standard(
              "WCAG 2.2 success criterion 3.1.1",
              "https://www.w3.org/TR/WCAG22/#language-of-page"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Statements.judgeEvery(
        http, markup -> !markup.language().isEmpty(), "no lang on the html element");
  }
}
