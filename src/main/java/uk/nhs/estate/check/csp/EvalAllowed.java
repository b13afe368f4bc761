package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds policies under which scripts may make scripts of texts.
public record EvalAllowed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.eval-allowed",
          INFORMATIONAL,
          "The policy lets scripts make scripts out of texts",
          """
          Where a script of the page passes on what came with a request or an answer to \
          eval or to a timer, somebody who chooses that text runs his script. Frameworks \
          that do so turn markup into scripts.\
          """,
          """
          Take out 'unsafe-eval' when the page's scripts do without; use 'wasm-unsafe- \
          eval' if it is there for WebAssembly alone. If a framework needs it, ask for \
          its build for content security policies.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §4.4.1",
              "https://www.w3.org/TR/CSP3/#can-compile-strings"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.ofScripts(http, csp -> Policies.forbidden(csp.eval()));
  }
}
