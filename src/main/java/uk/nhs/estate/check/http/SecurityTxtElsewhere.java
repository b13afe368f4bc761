package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;

/// Tells where a security.txt is fetched from a place that may be another's.
public record SecurityTxtElsewhere() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-elsewhere",
          INFORMATIONAL,
          "The security.txt comes from another organisation's site, or over http",
          """
          Whoever holds the other site, or is on the way over http, decides where reports of \
          this site's holes go.\
          """,
          """
          Check that the redirect is meant and leads to https. Redirects within the public \
          sector, such as to a shared disclosure service, are fine.\
          """,
          Commands.SECURITY_TXT,
          rfc(9116, "3"),
          rfc(9116, "5.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Disclosure.judgeFile(
        http,
        (_, _) ->
            http.securityTxt().hops().stream()
                .filter(hop -> !hop.isHttps() || !isTrusted(http.host(), hop))
                .findFirst()
                .<Verdict>map(hop -> new Verdict.Fail("", "it leads to " + hop.url()))
                .orElseGet(Verdict.Pass::new));
  }

  private static boolean isTrusted(String host, Hop hop) {
    return hop.host().equals(host)
        || PublicSector.has(hop.host())
        || PublicSector.isOfOneDomain(host, hop.host());
  }
}
