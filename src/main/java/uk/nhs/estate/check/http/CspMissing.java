package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds pages without a Content-Security-Policy that browsers enforce, in the header or in the
/// markup. One that only reports is none.
public record CspMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.csp-missing",
          INFORMATIONAL,
          "The page has no Content-Security-Policy header",
          """
          When somebody gets a script into the page, by a flaw of the site or by one of its \
          suppliers, nothing keeps browsers from running it.\
          """,
          """
          Write down what the page may load, try it with \
          Content-Security-Policy-Report-Only, and send it as Content-Security-Policy when the \
          reports are quiet. default-src 'self' is a beginning.\
          """,
          Commands.HEADER,
          new Standard(
              "Content Security Policy Level 3 §3.1", "https://www.w3.org/TR/CSP3/#csp-header"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page -> {
          var csp = HttpFacts.csp(page.hop(), HttpFacts.markup(http.secure()));
          return Verdict.passIf(
              !csp.enforced().isEmpty(),
              csp.reported().isEmpty()
                  ? "no Content-Security-Policy header"
                  : "only Content-Security-Policy-Report-Only, which reports and enforces nothing");
        });
  }
}
