package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentTypeOptions;

/// Finds pages whose kind browsers are left to guess.
public record NosniffMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.nosniff-missing",
          INFORMATIONAL,
          "Browsers are left to guess content types",
          """
          Without X-Content-Type-Options: nosniff, a browser may run as a script what was \
          uploaded as something harmless.\
          """,
          "Send X-Content-Type-Options: nosniff with every answer, and the right Content-Type.",
          Commands.HEADER,
          new Standard(
              "Fetch: X-Content-Type-Options",
              "https://fetch.spec.whatwg.org/#x-content-type-options-header"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page -> {
          var fields = page.hop().values("X-Content-Type-Options");
          return Verdict.passIf(
              ContentTypeOptions.isNosniff(fields),
              fields.isEmpty()
                  ? "no X-Content-Type-Options header"
                  : "not valid: " + String.join(", ", fields));
        });
  }
}
