package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.LeftOut.Reason;

/// Finds directives in a `meta` element that count in a header only.
public record DirectiveIgnoredInMeta() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.directive-ignored-in-meta",
          INFORMATIONAL,
          "The policy in the markup has a directive that counts in a header only",
          """
          Browsers pass over it there, so the page can still be framed, or is not in a \
          sandbox, though its markup says so.\
          """,
          """
          Send frame-ancestors, sandbox and report-uri in the header Content-Security- \
          Policy.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §3.3", "https://www.w3.org/TR/CSP3/#meta-element"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.leftOut(http, Reason.IN_META, "browsers heed it in a header only");
  }
}
