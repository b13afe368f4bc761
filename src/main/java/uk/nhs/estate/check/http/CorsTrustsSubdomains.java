package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.HttpFacts;

/// Finds sites that let any name below their domain send the cookies of visitors and read what
/// comes back.
public record CorsTrustsSubdomains() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cors-trusts-subdomains",
          INFORMATIONAL,
          "Every name below the domain may read the page as its visitors see it",
          """
          Whoever takes over one forgotten name below the domain, or finds a flaw in the site \
          behind it, can read here what is shown to visitors alone.\
          """,
          "List the names that need it, and let in no others.",
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
                .filter(answer -> answer.isTo(CrossOrigin.Kind.SUBDOMAIN))
                .filter(answer -> !Sharing.letsAnybodyIn(answers) && answer.letsWithCredentials())
                .map(answer -> answer.fault("")));
  }
}
