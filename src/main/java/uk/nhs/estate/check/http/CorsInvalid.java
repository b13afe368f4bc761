package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds what browsers refuse in headers about sharing with other origins.
public record CorsInvalid() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cors-invalid",
          INFORMATIONAL,
          "What the page says about sharing is refused by browsers",
          """
          Scripts of the sites that were meant cannot read the page, and who mends that in a \
          hurry tends to let in everybody.\
          """,
          """
          Answer with one origin, exactly as the browser sends it, or with *; with cookies \
          never with *, and with Access-Control-Allow-Credentials: true in lower case.\
          """,
          Commands.CROSS_ORIGIN,
          new Standard("Fetch: CORS check", "https://fetch.spec.whatwg.org/#concept-cors-check"));

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
                .flatMap(
                    answer ->
                        Stream.concat(
                            answer.said().originProblem().stream()
                                .map(why -> new Fault("Access-Control-Allow-Origin", why)),
                            answer.said().credentialsProblem().stream()
                                .map(why -> new Fault("Access-Control-Allow-Credentials", why)))));
  }
}
