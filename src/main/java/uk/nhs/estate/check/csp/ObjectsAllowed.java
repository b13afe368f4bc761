package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp.Use;

/// Finds policies that let objects of every host into the page.
public record ObjectsAllowed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.objects-allowed",
          INFORMATIONAL,
          "The policy lets objects of any host in",
          """
          An object or embed element shows a document of anybody's host inside the page, \
          and in old browsers a plug-in that may do what scripts may.\
          """,
          """
          Add object-src 'none'. If the page does show documents this way, name their \
          hosts.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.1.9",
              "https://www.w3.org/TR/CSP3/#directive-object-src"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(http, csp -> Policies.forbidden(csp.fromEveryHost("https", Use.OBJECT)));
  }
}
