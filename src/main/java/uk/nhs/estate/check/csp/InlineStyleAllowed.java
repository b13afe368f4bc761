package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp.Inline;

/// Finds policies under which a style sheet that was put into the page counts.
public record InlineStyleAllowed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.inline-style-allowed",
          INFORMATIONAL,
          "The policy lets style sheets that stand in the page count",
          """
          Somebody who gets markup into the page can change how it looks, and read \
          values out of its fields letter by letter, without any script.\
          """,
          """
          Move styles into files and take 'unsafe-inline' out of style-src. If \
          attributes cannot go yet, let in those alone by style-src-attr 'unsafe- \
          inline'.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.7.3.2",
              "https://www.w3.org/TR/CSP3/#allow-all-inline"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.judge(http, csp -> Policies.forbidden(csp.inline(Inline.STYLE)));
  }
}
