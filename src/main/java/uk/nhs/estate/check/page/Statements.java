package uk.nhs.estate.check.page;

import java.util.List;
import java.util.function.Predicate;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.page.Statement;

/// What the checks of what every visitor must be offered have in common.
final class Statements {
  private Statements() {}

  /// A link on the home page is enough. One that scripts put there cannot be seen, so a page
  /// without any link is not judged.
  static Verdict judge(HttpFacts http, Statement statement, String what) {
    return Verdict.ofVisitors(
        http,
        markup -> {
          if (markup.linksTo(statement)) {
            return new Verdict.Pass();
          }
          if (!markup.isComplete()) {
            return Verdict.Unknown.lasting("the page is too long to be read whole");
          }
          return markup.links().isEmpty()
              ? Verdict.Unknown.lasting("the page has no links before its scripts run")
              : new Verdict.Fail("", "no link names " + what);
        });
  }

  /// Every page must have it.
  static Verdict judgeEvery(HttpFacts http, Predicate<Markup> sound, String evidence) {
    return Verdict.ofVisitors(
        http,
        _ ->
            Verdict.ofMarkups(
                http, markup -> sound.test(markup) ? List.of() : List.of(new Fault("", evidence))));
  }
}
