package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Visit;

/// Finds sites whose other name, with www. or without, does not tell browsers to use HTTPS only.
public record SiblingHstsMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.sibling-hsts-missing",
          INFORMATIONAL,
          "The name with www. or without it sends no HSTS",
          """
          HSTS holds for the name that sends it. Who types the other one begins over http each \
          time, where somebody on the way can send them elsewhere.\
          """,
          """
          Send Strict-Transport-Security with the redirect of the other name too, or with \
          includeSubDomains from the name that stands above it.\
          """,
          "curl -sSI https://www.{name}/",
          rfc(6797, "7.1"),
          new Standard(
              "HSTS preload list requirements",
              "https://hstspreload.org/#submission-requirements"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Siblings.judge(http, sibling -> judge(http, sibling));
  }

  private static Verdict judge(HttpFacts http, Sibling sibling) {
    if (!sibling.secure().hops().isEmpty()) {
      return judge(http, sibling, sibling.secure().hops().getFirst());
    }
    return sibling.secure().end() instanceof Visit.Obstructed(var obstacle)
        ? new Verdict.Unknown(obstacle)
        : new Verdict.NotApplicable("nobody answers over https under its other name");
  }

  private static Verdict judge(HttpFacts http, Sibling sibling, Hop first) {
    if (first.hsts().filter(hsts -> hsts.maxAge() > 0).isPresent() || isCovered(http, sibling)) {
      return new Verdict.Pass();
    }
    return first.mayHideThePage()
        ? new Verdict.Unknown(Redirects.blocked(first))
        : new Verdict.Fail(sibling.host(), StrictTransport.whatIsWrong(first));
  }

  /// By what the site says for the names below it.
  private static boolean isCovered(HttpFacts http, Sibling sibling) {
    return sibling.host().endsWith("." + http.host())
        && http.secure().hops().stream()
            .findFirst()
            .flatMap(Hop::hsts)
            .filter(hsts -> hsts.maxAge() > 0 && hsts.includeSubDomains())
            .isPresent();
  }
}
