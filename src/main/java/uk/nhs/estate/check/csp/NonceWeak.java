package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.CspSource.Nonce;

/// Finds nonces of scripts that are too short to be hard to guess.
public record NonceWeak() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.nonce-weak",
          INFORMATIONAL,
          "The nonce that lets scripts in is short",
          """
          A nonce keeps injected scripts out only as long as nobody can guess it. \
          Browsers ask nothing of its length.\
          """,
          """
          Make it of 16 random octets or more, from a generator of random numbers for \
          cryptography, and write them in base64: that is 22 characters.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §7.1",
              "https://www.w3.org/TR/CSP3/#security-nonces"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(
        http,
        csp ->
            Policies.scriptNonces(csp).stream()
                .filter(nonce -> new Nonce(nonce).isShort())
                .findFirst()
                .<Verdict>map(nonce -> new Verdict.Fail("", nonce.length() + " characters"))
                .orElse(new Verdict.Pass()));
  }
}
