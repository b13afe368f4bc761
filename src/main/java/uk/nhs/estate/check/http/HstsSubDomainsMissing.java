package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Hsts;
import uk.nhs.estate.observation.text.SetCookie;

/// Finds HSTS that leaves out the names below, where leaving them out lets somebody in.
///
/// That is at a registered domain, below which anybody on the network can make up a name, and at a
/// site whose cookies are sent to the names below.
public record HstsSubDomainsMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.hsts-sub-domains-missing",
          INFORMATIONAL,
          "HSTS leaves out the names below the site",
          """
          Somebody on the visitor's network can make up a name below this one and answer for it \
          over http. Cookies that are meant for the whole domain go there, and can be set from \
          there.\
          """,
          """
          When every name below this one has HTTPS, those used inside your network among them, \
          add includeSubDomains to Strict-Transport-Security.\
          """,
          Commands.FIRST_HEADER,
          rfc(6797, "6.1.2"),
          rfc(6797, "14.4"));

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
    if (hsts.includeSubDomains()) {
      return new Verdict.Pass();
    }
    var shared = shared(http);
    if (shared.isPresent()) {
      return new Verdict.Fail(
          "", "the cookie " + shared.get().name() + " is for " + shared.get().domain());
    }
    return RegisteredDomains.include(http.host())
        ? new Verdict.Fail("", http.host() + " is a registered domain")
        : new Verdict.NotApplicable("it is no registered domain and shares no cookie");
  }

  private static Optional<SetCookie> shared(HttpFacts http) {
    return http.secure().hops().stream()
        .filter(hop -> hop.host().equals(http.host()))
        .flatMap(hop -> hop.values("Set-Cookie").stream())
        .flatMap(field -> SetCookie.parse(field).stream())
        .filter(cookie -> Cookies.isKept(http, cookie))
        .filter(cookie -> !cookie.domain().isEmpty())
        .findFirst();
  }
}
