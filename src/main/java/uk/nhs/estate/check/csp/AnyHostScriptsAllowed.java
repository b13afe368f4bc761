package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp.Use;

/// Finds policies that let scripts of every host into the page.
public record AnyHostScriptsAllowed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.any-host-scripts-allowed",
          INFORMATIONAL,
          "The policy lets scripts of any host in",
          """
          Somebody who gets markup into the page names a script at a host of his own, \
          and the policy lets it in.\
          """,
          """
          Name the hosts that the page's scripts come from in script-src, or let scripts \
          in by nonces with 'strict-dynamic'. Take out https:, http: and *.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.7.2.8",
              "https://www.w3.org/TR/CSP3/#match-url-to-source-expression"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(http, csp -> Policies.forbidden(csp.fromEveryHost("https", Use.SCRIPT)));
  }
}
