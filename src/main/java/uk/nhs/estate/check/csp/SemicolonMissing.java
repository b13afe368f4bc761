package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.Locale;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentSecurityPolicy;

/// Finds names of directives among the words of another.
public record SemicolonMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.semicolon-missing",
          INFORMATIONAL,
          "The policy lacks a semicolon between two directives",
          """
          Browsers take the second directive's name and words for sources of the first, \
          so what the second was meant to restrain is not restrained.\
          """,
          """
          Put a semicolon before the second directive.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §2.2",
              "https://www.w3.org/TR/CSP3/#framework-policy"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(
        http, csp -> Policies.faults(csp.enforced().stream().flatMap(SemicolonMissing::swallowed)));
  }

  private static Stream<Fault> swallowed(ContentSecurityPolicy policy) {
    return policy.directives().entrySet().stream()
        .flatMap(
            directive ->
                directive.getValue().stream()
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .filter(Directives::areMeantBy)
                    .map(
                        word ->
                            new Fault(word, "it stands among the words of " + directive.getKey())));
  }
}
