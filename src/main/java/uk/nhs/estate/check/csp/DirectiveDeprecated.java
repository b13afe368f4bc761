package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds directives in policies that browsers have given up.
public record DirectiveDeprecated() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.directive-deprecated",
          INFORMATIONAL,
          "The policy has a directive that browsers have given up",
          """
          It stands there for nothing in browsers of today, and hides that what it was \
          meant for is done another way now.\
          """,
          """
          Take it out. block-all-mixed-content is what browsers do by themselves, \
          referrer became the header Referrer-Policy, and plugin-types went with the \
          plug-ins.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.6",
              "https://www.w3.org/TR/CSP3/#directives-elsewhere"),
          new Standard(
              "MDN: Content-Security-Policy, deprecated directives",
              "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy#deprecated_directives"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(
        http,
        csp ->
            Policies.faults(
                csp.enforced().stream()
                    .flatMap(policy -> policy.directives().keySet().stream())
                    .filter(Directives.GIVEN_UP::contains)
                    .map(name -> new Fault(name, "browsers of today pass over it"))));
  }
}
