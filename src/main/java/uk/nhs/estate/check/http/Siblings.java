package uk.nhs.estate.check.http;

import java.util.function.Function;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sibling;

/// What the checks of a site's other name have in common.
final class Siblings {
  private Siblings() {}

  static Verdict judge(HttpFacts http, Function<Sibling, Verdict> judge) {
    return http.sibling() == null
        ? new Verdict.NotApplicable("it has no other name that was visited")
        : judge.apply(http.sibling());
  }
}
