package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds sites that let an origin without HTTPS send the cookies of visitors and read what comes
/// back.
public record CorsTrustsHttp() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cors-trusts-http",
          INFORMATIONAL,
          "A site without HTTPS may read the page as its visitors see it",
          """
          Whoever sits between a visitor and that site can put a script into it, which then \
          reads from here over HTTPS what is shown to the visitor alone.\
          """,
          "Let in the https address of that site only.",
          Commands.CROSS_ORIGIN,
          new Standard("Fetch: CORS check", "https://fetch.spec.whatwg.org/#concept-cors-check"),
          new Standard("Secure Contexts §1", "https://www.w3.org/TR/secure-contexts/"));

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
                .filter(answer -> answer.said().allowsCredentials())
                .filter(answer -> answer.said().originProblem().isEmpty())
                .filter(answer -> answer.said().origin().startsWith("http://"))
                .map(answer -> answer.fault(answer.said().origin())));
  }
}
