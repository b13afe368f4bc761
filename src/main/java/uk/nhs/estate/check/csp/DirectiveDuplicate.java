package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.LeftOut.Reason;

/// Finds directives that stand in a policy twice.
public record DirectiveDuplicate() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.directive-duplicate",
          INFORMATIONAL,
          "The policy has a directive twice",
          """
          Browsers go by the first and pass over the others, so the policy may be \
          stricter or weaker than it looks.\
          """,
          """
          Put what both of them say into one directive, and take the other out.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §2.2.1",
              "https://www.w3.org/TR/CSP3/#parse-serialized-policy"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.leftOut(http, Reason.REPEATED, "only the first one counts");
  }
}
