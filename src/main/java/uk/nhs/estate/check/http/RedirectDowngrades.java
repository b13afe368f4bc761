package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    if (http.secure().hops().isEmpty() && http.secure().end() instanceof Visit.NobodyListens) {
      return new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
    }
    var verdict = Redirects.judgeEach(Redirects.frontDoors(http), RedirectDowngrades::evidence);
    var besides = besides(http);
    if (besides.isEmpty()) {
      return verdict;
    }
    if (verdict instanceof Verdict.Fail(var faults, var hidden)) {
      return new Verdict.Fail(Stream.concat(faults.stream(), besides.stream()).toList(), hidden);
    }
    return new Verdict.Fail(besides);
  }

  /// At the files and pages that were asked for besides; they have one subject together.
  private static List<Fault> besides(HttpFacts http) {
    var visits = new ArrayList<Visit>(List.of(http.securityTxt()));
    if (http.robots() != null) {
      visits.add(http.robots());
    }
    if (http.crawl() != null) {
      visits.addAll(http.crawl().pages());
    }
    return visits.stream()
        .flatMap(visit -> evidence(visit).stream())
        .findFirst()
        .map(seen -> new Fault("another page of the site", seen))
        .stream()
        .toList();
  }

  private static Optional<String> evidence(Visit visit) {
    return Redirects.steps(visit).stream()
        .filter(step -> step.from().isHttps() && !step.to().isSecure())
        .findFirst()
        .map(Redirects.Step::words);
  }
}
