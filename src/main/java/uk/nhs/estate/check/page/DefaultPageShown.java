package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Telltale;

/// Finds pages that a server shows until somebody puts another there.
public record DefaultPageShown() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.default-page-shown",
          INFORMATIONAL,
          "The site shows the page that its server came with",
          """
          It looks like a server that was set up and forgotten: nobody may be updating it, and \
          it tells which software runs.\
          """,
          """
          Put a page there, redirect the name to the right site, or switch the server off and \
          remove the name.\
          """,
          Commands.PAGE,
          new Standard(
              "OWASP Web Security Testing Guide: Test Application Platform Configuration",
              "https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/02-Test_Application_Platform_Configuration"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofMarkups(
        http,
        markup ->
            Telltale.of(markup, Telltale.Kind.DEFAULT_PAGE).stream()
                .map(shown -> new Fault("", shown.whose()))
                .toList());
  }
}
