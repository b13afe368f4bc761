package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ReferrerPolicy;

/// Finds words in `Referrer-Policy` that browsers pass over.
public record ReferrerPolicyNotUnderstood() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.referrer-policy-not-understood",
          INFORMATIONAL,
          "Referrer-Policy has a word that no browser knows",
          """
          Browsers pass over words that they do not know, so the policy may be another one \
          than the one that was meant.\
          """,
          """
          Write one of the policies of the standard, such as strict-origin-when-cross-origin. \
          The old words never, default and always count in markup only.\
          """,
          Commands.HEADER,
          new Standard(
              "Referrer Policy §8.1",
              "https://www.w3.org/TR/referrer-policy/#parse-referrer-policy-from-header"),
          new Standard(
              "HTML §4.2.5.1",
              "https://html.spec.whatwg.org/multipage/semantics.html#meta-referrer"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judge(
        http,
        "Referrer-Policy",
        fields -> {
          var unknown = ReferrerPolicy.unknownIn(fields);
          return Verdict.passIf(
              unknown.isEmpty(), "browsers pass over " + String.join(", ", unknown));
        });
  }
}
