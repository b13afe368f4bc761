package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds HSTS that is sent over http, where browsers do not read it.
public record HstsOverHttp() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.hsts-over-http",
          INFORMATIONAL,
          "HSTS is sent over http, where browsers ignore it",
          """
          It protects nobody there, since anybody on the way could have written it, and it may \
          hide that it is missing over https.\
          """,
          "Send Strict-Transport-Security over https only, and answer over http with a redirect.",
          "curl -sSI http://{name}/",
          rfc(6797, "7.2"),
          rfc(6797, "8.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    var plain = http.plain().hops().stream().filter(hop -> !hop.isHttps()).toList();
    if (plain.isEmpty()) {
      return Redirects.withoutSuchAStep(http.plain());
    }
    return plain.stream()
        .filter(hop -> !hop.values(StrictTransport.FIELD).isEmpty())
        .findFirst()
        .<Verdict>map(
            hop ->
                new Verdict.Fail(
                    "",
                    hop.url() + " sends " + String.join(" | ", hop.values(StrictTransport.FIELD))))
        .orElseGet(Verdict.Pass::new);
  }
}
