package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;

/// Finds redirects that lead visitors from https back to http.
public record RedirectDowngrades() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.redirect-downgrades",
          ADVISORY,
          "A redirect leads visitors from https back to http",
          """
          For one request or for good the visitor is without encryption, and whoever is on the \
          way can read the address and the cookies, and send the visitor wherever they like.\
          """,
          "Let every redirect of a page over https name an address that begins with https.",
          Commands.HEADER,
          rfc(9110, "15.4"),
          new Standard(
              "NCSC: using TLS to protect data",
              "https://www.ncsc.gov.uk/guidance/using-tls-to-protect-data"),
          new Standard(
              "OWASP ASVS 5.0, V12.2.1",
              "https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x21-V12-Secure-Communication.md"));

  /// Which of a site's pages are walked over is not the same at every look.
  private static final String OTHER_PAGE = "another page of the site";

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    if (http.secure().hops().isEmpty() && http.secure().end() instanceof Visit.NobodyListens) {
      return new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
    }
    var visits = Redirects.frontDoors(http);
    visits.add(http.securityTxt());
    if (http.robots() != null) {
      visits.add(http.robots());
    }
    var pages = http.crawl() == null ? List.<Visit>of() : http.crawl().pages();
    pages.stream().filter(page -> page.end() instanceof Visit.Answered).forEach(visits::add);
    return Redirects.judgeFaults(
        visits,
        visit ->
            evidence(visit)
                .map(seen -> new Fault(pages.contains(visit) ? OTHER_PAGE : visit.url(), seen))
                .stream()
                .toList());
  }

  private static Optional<String> evidence(Visit visit) {
    return Redirects.steps(visit).stream()
        .filter(step -> step.from().isHttps() && !step.leadsToHttps())
        .findFirst()
        .map(Redirects.Step::words);
  }
}
