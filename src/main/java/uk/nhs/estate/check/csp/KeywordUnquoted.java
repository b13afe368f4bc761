package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds keywords, nonces and digests in policies without their quotation marks.
public record KeywordUnquoted() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.keyword-unquoted",
          INFORMATIONAL,
          "The policy has a keyword without its quotation marks",
          """
          Without both of its quotation marks a word such as self is taken for the name \
          of a host, or for nothing. What it was meant to let in is kept out, and none \
          restrains nothing.\
          """,
          """
          Write 'self', 'none', 'nonce-…' and the like between single straight quotation \
          marks.\
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
                    .filter(word -> word.isMeantAsKeyword())
                    .map(word -> new Fault(word.subject(), "it is written " + word.text()))));
  }
}
