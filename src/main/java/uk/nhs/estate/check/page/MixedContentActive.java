package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.ADVISORY;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds what browsers refuse to load on a page that came over HTTPS.
public record MixedContentActive() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.mixed-content-active",
          ADVISORY,
          "The page loads scripts, styles or the like by http",
          "Browsers refuse to load them on a page that came by https, so the page lacks them.",
          "Change http:// to https:// in the addresses, or serve the files from the site itself.",
          Commands.OVER_HTTP,
          Standards.MIXED);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Loaded.judgeUnencrypted(http, Loaded.Use.BLOCKED);
  }
}
