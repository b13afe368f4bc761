package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp.Use;

/// Finds policies that let forms of the page be sent to every host.
public record FormsUnrestricted() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.forms-unrestricted",
          INFORMATIONAL,
          "The policy lets forms be sent to any host",
          """
          Somebody who gets markup into the page, even without a script, puts a form of \
          his own there, and what visitors type into it goes to him. default-src does \
          not stand for form-action.\
          """,
          """
          Add form-action 'self', with the other hosts that forms of the site are sent \
          to, for example that of a sign-in service.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.4.1",
              "https://www.w3.org/TR/CSP3/#directive-form-action"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(http, csp -> Policies.forbidden(csp.fromEveryHost("https", Use.FORM)));
  }
}
