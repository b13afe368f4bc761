package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.Collections;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.Csp;

/// Finds nonces of scripts that were the same when the page was fetched again.
public record NonceStatic() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.nonce-static",
          INFORMATIONAL,
          "The nonce that lets scripts in is not new in every answer",
          """
          Whoever has seen the page once knows what an injected script must carry to be \
          let in, so the policy is worth no more than one with 'unsafe-inline'.\
          """,
          """
          Make the nonce anew for every answer with a generator of random numbers for \
          cryptography, and keep a cache from serving the page twice; or let scripts in \
          by their digests, which may stay.\
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
    return Policies.judge(http, csp -> judge(http, csp));
  }

  private static Verdict judge(HttpFacts http, Csp csp) {
    var nonces = Policies.scriptNonces(csp);
    if (nonces.isEmpty()) {
      return new Verdict.Pass();
    }
    var again = http.again().filter(visit -> visit.end() instanceof Visit.Answered);
    if (again.isEmpty() || again.get().hops().getLast().status() != status(http)) {
      return new Verdict.Unknown("the page was not met a second time");
    }
    return Verdict.passIf(
        Collections.disjoint(nonces, http.repeatedNonces()),
        "the same nonce in two answers, one after the other");
  }

  private static int status(HttpFacts http) {
    return http.secure().hops().getLast().status();
  }
}
