package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;

/// Finds sites that can be read and changed on the way to the visitor.
public record HttpsMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.https-missing",
          URGENT,
          "The site is served without HTTPS",
          """
          Anybody on the way can read and change what visitors see and send, and browsers call \
          the site not secure.\
          """,
          """
          Get a certificate (many hosting providers and Let's Encrypt give one for nothing) and \
          serve the site over HTTPS.\
          """,
          "curl -sSI https://{name}/",
          rfc(9110, "4.2.2"),
          rfc(7258, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    if (!http.secure().hops().isEmpty()) {
      return new Verdict.Pass();
    }
    if (http.secure().end() instanceof Visit.Obstructed(var obstacle)) {
      return new Verdict.Unknown(obstacle);
    }
    if (!http.plain().hops().isEmpty()) {
      return new Verdict.Fail(
          "", "http answers with status " + http.plain().hops().getFirst().status());
    }
    return http.plain().end() instanceof Visit.Obstructed(var obstacle)
        ? new Verdict.Unknown(obstacle)
        : new Verdict.NotApplicable("nobody answers, neither over http nor over https");
  }
}
