package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds words in policies that let nothing in, as they break the grammar of sources.
public record SourceInvalid() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.source-invalid",
          INFORMATIONAL,
          "The policy has a word that is no source",
          """
          Browsers pass over it. What it was meant to let in is kept out, and a nonce or \
          digest that breaks the grammar does not take 'unsafe-inline' back. 'none' \
          counts only where it stands alone.\
          """,
          """
          Write a host as in https://www.example.nhs.uk/path/, with an asterisk only as \
          its first label and without ? or #; write a scheme with its colon; and write a \
          nonce or digest in base64.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §2.3.1",
              "https://www.w3.org/TR/CSP3/#framework-directive-source-list"));

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
                    .flatMap(Directives::words)
                    .filter(word -> word.isNoSource())
                    .map(
                        word ->
                            new Fault(
                                word.subject(),
                                word.isNone()
                                    ? "'none' counts only where it stands alone"
                                    : word.text() + " is no source"))));
  }
}
