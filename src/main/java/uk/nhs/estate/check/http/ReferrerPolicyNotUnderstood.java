package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ReferrerPolicy;

/// Finds words in `Referrer-Policy`, and in its place in the markup, that browsers pass over.
public record ReferrerPolicyNotUnderstood() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.referrer-policy-not-understood",
          INFORMATIONAL,
          "The Referrer-Policy has a word that no browser knows",
          """
          Browsers pass over words that they do not know, so the policy may be another one \
          than the one that was meant.\
          """,
          """
          Write one of the policies of the standard, such as strict-origin-when-cross-origin. \
          The old words never, default and always count in markup only, where a list counts \
          for nothing.\
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
    return Verdict.ofPage(
        http,
        page -> {
          var fields = page.hop().values("Referrer-Policy");
          var metas = ReferrerPolicyMissingOrUnsafe.inMarkup(http);
          if (fields.isEmpty() && metas.isEmpty()) {
            return new Verdict.NotApplicable("it has no Referrer-Policy");
          }
          var inHeader = ReferrerPolicy.unknownIn(fields);
          var inMarkup =
              metas.stream()
                  .filter(content -> ReferrerPolicy.ofMeta(content).isEmpty())
                  .filter(content -> !content.isEmpty())
                  .toList();
          return Verdict.ofFaults(
              Stream.of(fault("header", inHeader), fault("markup", inMarkup))
                  .flatMap(Optional::stream)
                  .toList());
        });
  }

  private static Optional<Fault> fault(String where, List<String> unknown) {
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(where, "browsers pass over " + String.join("; ", unknown)));
  }
}
