package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.XFrameOptions;

/// Finds values of `X-Frame-Options` that browsers pass over.
public record FrameOptionsNotUnderstood() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.frame-options-not-understood",
          INFORMATIONAL,
          "X-Frame-Options has a value that no browser knows",
          """
          Browsers pass over what they do not know, ALLOW-FROM among it, so the header does \
          not do what it says.\
          """,
          """
          Send X-Frame-Options: DENY or SAMEORIGIN. To let certain sites frame the page, name \
          them in Content-Security-Policy: frame-ancestors.\
          """,
          Commands.HEADER,
          new Standard(
              "HTML: X-Frame-Options",
              "https://html.spec.whatwg.org/multipage/speculative-loading.html#the-x-frame-options-header"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judge(
        http,
        "X-Frame-Options",
        fields -> {
          var unknown = XFrameOptions.parse(fields).unknown();
          return Verdict.passIf(
              unknown.isEmpty(), "browsers pass over " + String.join(", ", unknown));
        });
  }
}
