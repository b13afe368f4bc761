package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ClearSiteData;

/// Finds front pages that take cookies or what scripts have kept from their visitors.
public record ClearSiteDataOnPage() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.clear-site-data-on-page",
          INFORMATIONAL,
          "The front page makes browsers forget their visitors",
          """
          Clear-Site-Data on the page that everybody sees signs visitors out and throws away \
          what they had entered or chosen, whenever they come to it.\
          """,
          "Send Clear-Site-Data only with the answer to signing out.",
          Commands.HEADER,
          new Standard("Clear Site Data §3", "https://www.w3.org/TR/clear-site-data/#header"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page -> {
          var fields = page.hop().values("Clear-Site-Data");
          return Verdict.passIf(
              !ClearSiteData.parse(fields).endsSessions(), String.join(", ", fields));
        });
  }
}
