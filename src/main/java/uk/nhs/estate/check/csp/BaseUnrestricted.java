package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp.Use;

/// Finds policies with nonces that let a `base` element lead relative addresses anywhere.
public record BaseUnrestricted() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.base-unrestricted",
          INFORMATIONAL,
          "The policy lets markup move the page's scripts to any host",
          """
          A base element that is put into the page makes scripts with relative addresses \
          come from a host of somebody else. They carry the nonce of the page, so the \
          policy lets them in.\
          """,
          """
          Add base-uri 'none', or base-uri 'self' if the page has a base element.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.3.1",
              "https://www.w3.org/TR/CSP3/#directive-base-uri"),
          new Standard(
              "Content Security Policy Level 3 §8.5", "https://www.w3.org/TR/CSP3/#strict-csp"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(
        http,
        csp ->
            Policies.letsScriptsInByNonce(csp)
                ? Policies.forbidden(csp.fromEveryHost("https", Use.BASE))
                : new Verdict.Pass());
  }
}
