package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;

/// Finds sites that send visitors round by many places before they see a page.
public record RedirectChainLong() implements Check.OfHttp {

  /// What RFC 2068 §10.3 once recommended as the most, and clients still may hold to.
  private static final int MOST = 5;

  private static final Rule RULE =
      Rule.of(
          "http.redirect-chain-long",
          INFORMATIONAL,
          "Visitors are redirected many times before they see a page",
          """
          Every redirect costs a visitor on a slow network up to a second, and one that breaks \
          on the way breaks all.\
          """,
          """
          Lead from the first address to the last one at once, or by way of https on the same \
          name.\
          """,
          Commands.PLAIN_HEADER,
          rfc(9110, "15.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Redirects.judgeEach(Redirects.frontDoors(http), RedirectChainLong::evidence);
  }

  /// One without an end is another fault.
  private static Optional<String> evidence(Visit visit) {
    int redirects = Redirects.steps(visit).size();
    return visit.end() instanceof Visit.Endless || redirects <= MOST
        ? Optional.empty()
        : Optional.of(redirects + " redirects, the last from " + visit.hops().getLast().url());
  }
}
