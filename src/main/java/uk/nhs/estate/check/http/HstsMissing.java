package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds sites that do not tell browsers to come back over HTTPS only.
///
/// It is asked of the first answer of the site's own name: another name that it leads to cannot say
/// it for this one, and only the first field counts (RFC 6797 §8.1).
public record HstsMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.hsts-missing",
          ADVISORY,
          "The site does not tell browsers to use HTTPS only",
          """
          Without a valid Strict-Transport-Security header, somebody on the visitor's network can \
          keep the visitor on http and read and change everything.\
          """,
          """
          Send Strict-Transport-Security: max-age=31536000 with every answer over HTTPS, redirects \
          included. Begin with a small number, and add includeSubDomains only when every name \
          below this one has HTTPS.\
          """,
          Commands.FIRST_HEADER,
          rfc(6797, "6.1"),
          rfc(6797, "7.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofFirstAnswer(
        http,
        hop -> {
          var hsts = hop.hsts();
          if (hsts.isPresent() && hsts.get().maxAge() > 0) {
            return new Verdict.Pass();
          }
          return hop.mayHideThePage()
              ? new Verdict.Unknown(Redirects.blocked(hop))
              : new Verdict.Fail("", StrictTransport.whatIsWrong(hop));
        });
  }
}
