package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp;
import uk.nhs.estate.observation.text.Csp.Inline;

/// Finds policies that stop scripts which stand in the page but not those in attributes and
/// links, such as `onclick`.
public record EventHandlersAllowed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.event-handlers-allowed",
          INFORMATIONAL,
          "The policy lets event handlers that stand in the page run",
          """
          Somebody who gets markup into the page writes his script into an attribute \
          such as onerror, or into a link, where the policy does not stop it as it stops \
          a script element.\
          """,
          """
          Take 'unsafe-inline' out of script-src-attr and script-src-elem, and attach \
          event handlers in script files. Single handlers that must stay can be let in \
          by 'unsafe-hashes' with their digests.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §4.2.3",
              "https://www.w3.org/TR/CSP3/#should-block-inline"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(http, EventHandlersAllowed::judge);
  }

  private static Verdict judge(Csp csp) {
    if (csp.inline(Inline.SCRIPT).allowed()) {
      return new Verdict.NotApplicable("scripts that stand in the page run as well");
    }
    var handler = csp.inline(Inline.EVENT_HANDLER);
    return Policies.forbidden(handler.allowed() ? handler : csp.inline(Inline.SCRIPT_LINK));
  }
}
