package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Statement;

/// Looks for a link to the cookie notice. It is found by the words of links, in English and Welsh.
public record CookieNoticeMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.cookie-notice-missing",
          INFORMATIONAL,
          "No link to a cookie notice was found",
          "Visitors must be told what is kept on their device and why.",
          """
          Publish a page that says which cookies the site sets, or say that it sets none, and \
          link to it.\
          """,
          Commands.LINKS,
          new Standard(
              "Privacy and Electronic Communications Regulations 2003, reg. 6",
              "https://www.legislation.gov.uk/uksi/2003/2426/regulation/6"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Statements.judge(http, Statement.COOKIES, "a cookie notice");
  }
}
