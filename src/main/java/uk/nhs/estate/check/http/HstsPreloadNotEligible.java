package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.Hsts;

/// Finds registered domains that ask for a place on the list of sites that browsers never visit
/// over http, and cannot have one.
public record HstsPreloadNotEligible() implements Check.OfHttp {

  /// A year in seconds.
  private static final long LEAST = 31_536_000;

  private static final Rule RULE =
      Rule.of(
          "http.hsts-preload-not-eligible",
          INFORMATIONAL,
          "HSTS asks to be preloaded without what that needs",
          """
          The word preload consents to a place on the list that browsers carry. Whoever keeps \
          the list refuses this domain, or may take it off again, and visitors are not protected \
          as was meant.\
          """,
          """
          Send max-age=31536000 or more with includeSubDomains and preload, and redirect http to \
          https on the same name; or take the word preload away.\
          """,
          Commands.FIRST_HEADER,
          new Standard(
              "HSTS preload list requirements", "https://hstspreload.org/#submission-requirements"),
          rfc(6797, "12.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofFirstAnswer(
        http, first -> StrictTransport.judge(first, hsts -> judge(http, hsts)));
  }

  private static Verdict judge(HttpFacts http, Hsts hsts) {
    if (!hsts.preload()) {
      return new Verdict.Pass();
    }
    if (!RegisteredDomains.include(http.host())) {
      return new Verdict.NotApplicable("only registered domains are preloaded");
    }
    var lacks = new ArrayList<String>();
    if (hsts.maxAge() < LEAST) {
      lacks.add("max-age is " + hsts.maxAge() + ", and not " + LEAST);
    }
    if (!hsts.includeSubDomains()) {
      lacks.add("includeSubDomains is missing");
    }
    if (!leadsToItsOwnHttps(http)) {
      if (http.plain().hops().isEmpty()
          && lacks.isEmpty()
          && http.plain().end() instanceof Visit.Obstructed(var obstacle)) {
        return new Verdict.Unknown(obstacle);
      }
      if (!http.plain().hops().isEmpty()) {
        lacks.add("http does not redirect to https on the same name");
      }
    }
    return Verdict.passIf(lacks.isEmpty(), String.join("; ", lacks));
  }

  private static boolean leadsToItsOwnHttps(HttpFacts http) {
    return Redirects.steps(http.plain()).stream()
        .findFirst()
        .filter(step -> step.leadsToHttps() && step.to().host().equals(http.host()))
        .isPresent();
  }
}
