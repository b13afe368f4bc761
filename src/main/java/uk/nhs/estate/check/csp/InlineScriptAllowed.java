package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp.Inline;

/// Finds policies under which a script that was put into the page runs.
public record InlineScriptAllowed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.inline-script-allowed",
          INFORMATIONAL,
          "The policy lets scripts that stand in the page run",
          """
          Somebody who gets markup into the page, by a flaw of the site or of one of its \
          suppliers, gets a script into it, and the policy does not stop it. That is \
          what a policy is for.\
          """,
          """
          Move scripts into files and take out 'unsafe-inline'. Give each script that \
          stays in the page its digest, or a nonce that is new in every answer. If the \
          policy has neither script-src nor default-src, add one.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.7.3.2",
              "https://www.w3.org/TR/CSP3/#allow-all-inline"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(http, csp -> Policies.forbidden(csp.inline(Inline.SCRIPT)));
  }
}
