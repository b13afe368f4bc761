package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.LeftOut.Reason;

/// Finds directives that browsers pass over for a character beyond ASCII.
public record DirectiveUnreadable() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.directive-unreadable",
          INFORMATIONAL,
          "The policy has a directive with a character that browsers do not read",
          """
          Browsers pass over the whole directive when a character of it is beyond ASCII. \
          Often it is a typographic quotation mark that came from a word processor.\
          """,
          """
          Write the directive anew with plain characters, and quotation marks as in \
          'self'. Names with other letters are written as browsers send them, beginning \
          with xn--.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §2.2.1",
              "https://www.w3.org/TR/CSP3/#parse-serialized-policy"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.leftOut(http, Reason.NOT_ASCII, "a character of it is beyond ASCII");
  }
}
