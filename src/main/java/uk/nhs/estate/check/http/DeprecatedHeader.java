package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;

/// Finds headers that browsers no longer heed.
public record DeprecatedHeader() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.deprecated-header",
          INFORMATIONAL,
          "A header is sent that browsers have given up",
          """
          No browser of today heeds it. Some of these headers did harm while they were heeded, \
          and all of them make people believe in a protection that is not there.\
          """,
          """
          Take the header out. What X-XSS-Protection and X-Content-Security-Policy were for is \
          done by Content-Security-Policy, what Feature-Policy was for by Permissions-Policy.\
          """,
          Commands.HEADER,
          new Standard(
              "OWASP Secure Headers Project", "https://owasp.org/www-project-secure-headers/"),
          rfc(9163, ""));

  /// Each with what became of it.
  private static final Map<String, String> GIVEN_UP =
      Map.of(
          "x-xss-protection", "browsers have no such filter any more",
          "expect-ct", "browsers ask for Certificate Transparency by themselves",
          "public-key-pins", "browsers have given up pins, which locked visitors out",
          "public-key-pins-report-only", "browsers have given up pins, which locked visitors out",
          "feature-policy", "browsers read Permissions-Policy",
          "x-content-security-policy", "browsers read Content-Security-Policy",
          "x-webkit-csp", "browsers read Content-Security-Policy",
          "p3p", "only Internet Explorer read it");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judgeLines(
        http,
        field -> {
          var instead = GIVEN_UP.get(field.name().toLowerCase(Locale.ROOT));
          return instead == null || isTurnedOff(field)
              ? Optional.empty()
              : Optional.of(
                  new Fault(field.name(), instead + ": " + field.name() + ": " + field.value()));
        });
  }

  /// `X-XSS-Protection: 0` does no harm in browsers of old.
  private static boolean isTurnedOff(Hop.Field field) {
    return field.name().equalsIgnoreCase("X-XSS-Protection")
        && (field.value().equals("0") || field.value().startsWith("0;"));
  }
}
