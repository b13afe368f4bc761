package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds what browsers load by https although the page says http.
public record MixedContentPassive() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.mixed-content-passive",
          INFORMATIONAL,
          "The page names images, sound or video by http",
          """
          Browsers ask for them by https instead, and show nothing where the other side has no \
          https. Old browsers load them unencrypted, where they can be changed on the way.\
          """,
          "Change http:// to https:// in the addresses.",
          Commands.OVER_HTTP,
          Standards.MIXED);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Loaded.judgeUnencrypted(http, Loaded.Use.UPGRADED);
  }
}
