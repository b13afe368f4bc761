package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ReferrerPolicy;

/// Finds pages whose whole addresses other sites may be told.
public record ReferrerPolicyMissingOrUnsafe() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.referrer-policy-missing-or-unsafe",
          INFORMATIONAL,
          "The page sends no Referrer-Policy header, or an unsafe one",
          """
          The address of a page about an illness says something about its reader. Without the \
          header, older browsers tell other sites the whole address; with unsafe-url or \
          no-referrer-when-downgrade, all of them do.\
          """,
          "Send Referrer-Policy: strict-origin-when-cross-origin, or no-referrer.",
          Commands.HEADER,
          new Standard(
              "Referrer Policy §3", "https://www.w3.org/TR/referrer-policy/#referrer-policies"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page -> {
          var fields = page.hop().values("Referrer-Policy");
          return ReferrerPolicy.parse(fields)
              .map(policy -> Verdict.passIf(!policy.tellsOthersTheWholeAddress(), policy.token()))
              .orElseGet(
                  () ->
                      new Verdict.Fail(
                          "",
                          fields.isEmpty()
                              ? "no Referrer-Policy header"
                              : "not valid: " + String.join(", ", fields)));
        });
  }
}
