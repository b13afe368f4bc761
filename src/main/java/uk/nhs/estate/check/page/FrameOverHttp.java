package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.ADVISORY;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds frames that browsers refuse to load on a page that came over HTTPS.
public record FrameOverHttp() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.frame-over-http",
          ADVISORY,
          "The page frames another page by http",
          """
          Browsers refuse to show a frame by http on a page that came by https, so visitors see \
          an empty box.\
          """,
          "Change http:// to https:// in the address of the frame.",
          Commands.OVER_HTTP,
          Standards.MIXED);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Loaded.judgeUnencrypted(http, Loaded.Use.FRAMED);
  }
}
