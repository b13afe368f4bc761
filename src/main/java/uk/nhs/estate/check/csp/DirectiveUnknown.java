package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds directives in policies that no standard knows.
public record DirectiveUnknown() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.directive-unknown",
          INFORMATIONAL,
          "The policy has a directive that browsers do not know",
          """
          Browsers pass over it, so what it was meant to restrain is not restrained. \
          Often it is a slip of the pen, or a semicolon where a space should be.\
          """,
          """
          Correct the directive's name, or take the directive out.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §2.3",
              "https://www.w3.org/TR/CSP3/#framework-directives"));

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
                    .filter(name -> !Directives.areKnown(name))
                    .map(name -> new Fault(name, "no directive has this name"))));
  }
}
