package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds sites that browsers forget to visit over HTTPS only, because nobody says it for long.
///
/// @param least the shortest time that is not called short
public record HstsShort(Duration least) implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.hsts-short",
          INFORMATIONAL,
          "Browsers are told for a short time only to use HTTPS",
          """
          Somebody who visits rarely is unprotected each time, since the browser has forgotten \
          what it was told by Strict-Transport-Security.\
          """,
          "Raise max-age step by step to 31536000, which is a year.",
          Commands.FIRST_HEADER,
          rfc(6797, "6.1.1"),
          rfc(6797, "11.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofFirstAnswer(
        http,
        first ->
            StrictTransport.judge(
                first,
                hsts ->
                    Verdict.passIf(
                        hsts.maxAge() >= least.toSeconds(), "max-age=" + hsts.maxAge())));
  }
}
