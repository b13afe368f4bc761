package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentSecurityPolicy;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.Framing;
import uk.nhs.estate.observation.text.XFrameOptions;

/// Finds pages whose rules about framing contradict each other.
public record FramingRulesConflict() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.framing-rules-conflict",
          INFORMATIONAL,
          "What the page says about framing contradicts itself",
          """
          Where rules contradict each other browsers keep to one of them, which may not be the \
          one that was meant.\
          """,
          """
          Say who may frame the page in Content-Security-Policy: frame-ancestors, and send one \
          X-Frame-Options that says the same, or none.\
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
    return Verdict.ofPage(http, page -> judge(page.hop()));
  }

  private static Verdict judge(Hop hop) {
    var fields = hop.values("X-Frame-Options");
    if (fields.isEmpty()) {
      return new Verdict.NotApplicable("it sends no X-Frame-Options");
    }
    var options = XFrameOptions.parse(fields);
    var said =
        ContentSecurityPolicy.parse(hop.values("Content-Security-Policy")).stream()
            .map(ContentSecurityPolicy::framing)
            .filter(framing -> framing != Framing.UNSAID)
            .toList();
    var sent = "X-Frame-Options: " + String.join(", ", fields);
    if (said.isEmpty()) {
      return Verdict.passIf(
          !options.contradictsItself(), "browsers let nobody frame it, by " + sent);
    }
    boolean restricted = said.contains(Framing.RESTRICTED);
    return Verdict.passIf(
        restricted ? !options.allowsAll() : !options.restrictsFraming(),
        restricted
            ? "browsers keep to frame-ancestors, which lets fewer frame it than " + sent
            : "browsers keep to frame-ancestors, which lets everybody frame it, and not to "
                + sent);
  }
}
