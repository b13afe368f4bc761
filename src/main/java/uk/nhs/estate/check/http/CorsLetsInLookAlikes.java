package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds sites that share with names that only look like theirs. What is shared with everybody,
/// or with cookies, is not its concern.
public record CorsLetsInLookAlikes() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cors-lets-in-look-alikes",
          INFORMATIONAL,
          "Sites with names like its own are taken for its own",
          """
          The origin is compared by its beginning or its end, so whoever registers a name that \
          looks alike is let in wherever the site shares with its own names.\
          """,
          """
          Compare the whole origin, letter by letter, with each one on the list.\
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
            Sharing.letsAnybodyIn(answers)
                ? Stream.of()
                : Sharing.toLookAlikes(answers)
                    .filter(answer -> answer.lets() && !answer.letsWithCredentials())
                    .map(answer -> answer.fault(Sharing.words(answer))));
  }
}
