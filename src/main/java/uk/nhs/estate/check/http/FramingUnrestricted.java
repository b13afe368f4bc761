package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentSecurityPolicy;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.Framing;
import uk.nhs.estate.observation.text.XFrameOptions;

/// Finds pages that every other site may show as part of its own.
public record FramingUnrestricted() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.framing-unrestricted",
          ADVISORY,
          "Any other site may show the page inside its own",
          """
          A site that frames the page unseen can make visitors press its buttons without \
          knowing, or pass it off as its own.\
          """,
          """
          Send Content-Security-Policy: frame-ancestors 'self', with the sites that may frame the \
          page if there are any.\
          """,
          Commands.HEADER,
          new Standard(
              "Content Security Policy Level 3 §6.4.2",
              "https://www.w3.org/TR/CSP3/#directive-frame-ancestors"),
          new Standard(
              "HTML: X-Frame-Options",
              "https://html.spec.whatwg.org/multipage/speculative-loading.html#the-x-frame-options-header"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judgeDocument(http, FramingUnrestricted::judge);
  }

  /// Where a policy says who may frame the page, X-Frame-Options is not asked.
  private static Verdict judge(Hop hop) {
    var said =
        ContentSecurityPolicy.parse(hop.values("Content-Security-Policy")).stream()
            .map(ContentSecurityPolicy::framing)
            .filter(framing -> framing != Framing.UNSAID)
            .toList();
    if (!said.isEmpty()) {
      return Verdict.passIf(
          said.contains(Framing.RESTRICTED), "frame-ancestors lets everybody frame the page");
    }
    var fields = hop.values("X-Frame-Options");
    return Verdict.passIf(
        XFrameOptions.parse(fields).restrictsFraming(),
        fields.isEmpty()
            ? "neither frame-ancestors nor X-Frame-Options"
            : "no frame-ancestors, and X-Frame-Options is not valid: " + String.join(", ", fields));
  }
}
