package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.PermissionsPolicy;

/// Finds `Permissions-Policy` headers that are no dictionary, and features whose origins are
/// written in a way that browsers pass over. Features that a browser does not know are no fault.
public record PermissionsPolicyInvalid() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.permissions-policy-invalid",
          INFORMATIONAL,
          "Browsers pass over the Permissions-Policy header or parts of it",
          """
          A single mistake in the grammar makes browsers pass over the whole header, so that \
          it limits nothing.\
          """,
          """
          Write Permissions-Policy: camera=(), geolocation=(self "https://example.org"): \
          parentheses, commas, other origins in quotation marks, and none of the quotes of \
          Feature-Policy.\
          """,
          Commands.HEADER,
          new Standard(
              "Permissions Policy §5.2",
              "https://www.w3.org/TR/permissions-policy/#structured-header-serialization"),
          rfc(9651, "3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judge(
        http,
        "Permissions-Policy",
        fields -> {
          var sent = String.join(", ", fields);
          return PermissionsPolicy.parse(fields)
              .map(
                  policy ->
                      Verdict.ofFaults(
                          policy.notUnderstood().stream()
                              .limit(Headers.MOST_FAULTS)
                              .map(
                                  feature -> new Fault(feature, "browsers pass over it in " + sent))
                              .toList()))
              .orElseGet(
                  () ->
                      new Verdict.Fail(
                          "", "browsers pass over all of it, as it is no dictionary: " + sent));
        });
  }
}
