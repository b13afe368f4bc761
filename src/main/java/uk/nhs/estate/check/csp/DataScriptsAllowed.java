package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp.Use;
import uk.nhs.estate.observation.text.CspUrl;

/// Finds policies that let in scripts whose text is their address.
public record DataScriptsAllowed() implements Check.OfHttp {

  private static final CspUrl DATA = CspUrl.of("data:text/javascript,");
  private static final Rule RULE =
      Rule.of(
          "csp.data-scripts-allowed",
          INFORMATIONAL,
          "The policy lets scripts in data: addresses in",
          """
          The text of a script in a data: address stands in the page itself. Somebody \
          who gets markup into the page writes his script there, as if 'unsafe-inline' \
          were in the policy.\
          """,
          """
          Take data: out of script-src, or out of default-src if that stands for it. \
          Images and fonts that need data: are let in by img-src and font-src.\
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
    return Policies.ofScripts(http, csp -> Policies.forbidden(csp.from(DATA, Use.SCRIPT)));
  }
}
