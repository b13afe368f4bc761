package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.HttpFacts;

/// Finds pages that name the origin which asks, and do not tell caches so.
public record CorsOriginNotInVary() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cors-origin-not-in-vary",
          INFORMATIONAL,
          "Caches may give the answer for one site to another",
          """
          The answer names whichever site asks. A cache that does not know this hands what was \
          said to one site to all others, which are then shut out, or let in.\
          """,
          """
          Send Vary: Origin with every answer that depends on the Origin header, also with \
          those that name no origin.\
          """,
          Commands.CROSS_ORIGIN,
          new Standard(
              "Fetch: CORS protocol and HTTP caches",
              "https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches"),
          rfc(9110, "12.5.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Sharing.judge(
        http,
        answers ->
            answers.stream()
                .filter(answer -> answer.asked().method().equals("GET"))
                .filter(answer -> !answer.isTo(CrossOrigin.Kind.OPAQUE))
                .filter(answer -> answer.said().origin().equals(answer.asked().origin()))
                .filter(answer -> !lists(answer, "Vary", "origin", "*"))
                .filter(answer -> !lists(answer, "Cache-Control", "no-store"))
                .map(answer -> answer.fault("")));
  }

  private static boolean lists(Sharing.Answer answer, String header, String... words) {
    var values = String.join(",", answer.hop().values(header)).toLowerCase(Locale.ROOT);
    return Arrays.stream(values.split(",", -1))
        .anyMatch(value -> List.of(words).contains(value.strip()));
  }
}
