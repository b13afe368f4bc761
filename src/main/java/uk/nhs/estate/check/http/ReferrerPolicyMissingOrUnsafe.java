package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.List;
import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.ReferrerPolicy;

/// Finds pages whose whole addresses other sites may be told.
public record ReferrerPolicyMissingOrUnsafe() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.referrer-policy-missing-or-unsafe",
          INFORMATIONAL,
          "The page has no Referrer-Policy, or an unsafe one",
          """
          The address of a page about an illness says something about its reader. Without a \
          policy, older browsers tell other sites the whole address; with unsafe-url or \
          no-referrer-when-downgrade, all of them do.\
          """,
          "Send Referrer-Policy: strict-origin-when-cross-origin, or no-referrer.",
          Commands.HEADER,
          new Standard(
              "Referrer Policy §3", "https://www.w3.org/TR/referrer-policy/#referrer-policies"),
          new Standard(
              "HTML §4.2.5.1",
              "https://html.spec.whatwg.org/multipage/semantics.html#meta-referrer"));

  @Override
  public Rule rule() {
    return RULE;
  }

  /// A `meta` element counts for the whole page, and more than the header.
  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judgeDocument(
        http,
        page -> {
          var fields = page.values("Referrer-Policy");
          var policy = ofMarkup(http).or(() -> ReferrerPolicy.parse(fields));
          if (policy.isEmpty() && mayStandInMarkup(http, page)) {
            return new Verdict.Unknown("the page was not read, which may give one");
          }
          return policy
              .map(one -> Verdict.passIf(!one.tellsOthersTheWholeAddress(), one.token()))
              .orElseGet(
                  () ->
                      new Verdict.Fail(
                          "",
                          fields.isEmpty()
                              ? "no Referrer-Policy header"
                              : "not valid: " + String.join(", ", fields)));
        });
  }

  /// What the markup of the page gives as a policy, in order; nothing if it was not read.
  static List<String> inMarkup(HttpFacts http) {
    return HttpFacts.markup(http.secure()).stream()
        .flatMap(markup -> markup.metas().stream())
        .filter(meta -> meta.name().equals("referrer"))
        .map(Markup.Meta::content)
        .toList();
  }

  /// The last one of the markup that is one (HTML §4.2.5.1).
  private static Optional<ReferrerPolicy> ofMarkup(HttpFacts http) {
    return inMarkup(http).stream()
        .map(ReferrerPolicy::ofMeta)
        .flatMap(Optional::stream)
        .reduce((_, last) -> last);
  }

  private static boolean mayStandInMarkup(HttpFacts http, Hop hop) {
    return http.secure().body() == null
        && Markup.isHtml(String.join(",", hop.values("Content-Type")));
  }
}
