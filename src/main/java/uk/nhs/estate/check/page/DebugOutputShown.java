package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.ADVISORY;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Telltale;

/// Finds error pages and messages that are meant for programmers. They come with statuses that
/// otherwise hide the page, so the status is not asked.
public record DebugOutputShown() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.debug-output-shown",
          ADVISORY,
          "A page shows errors in the words of its program",
          """
          It tells strangers about paths, versions and sometimes passwords, and shows that the \
          site runs as if it were being developed.\
          """,
          """
          Switch debug output off (DEBUG = False, display_errors = Off, customErrors mode On) \
          and write errors to a log.\
          """,
          Commands.PAGE,
          new Standard("CWE-209", "https://cwe.mitre.org/data/definitions/209.html"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Debugging.judge(http, Telltale.Kind.DEBUG);
  }
}
