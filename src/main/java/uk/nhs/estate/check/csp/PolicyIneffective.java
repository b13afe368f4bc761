package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.ContentSecurityPolicy;
import uk.nhs.estate.observation.text.Csp;

/// Finds policies that browsers pass over because of where or how they are given.
public record PolicyIneffective() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.policy-ineffective",
          INFORMATIONAL,
          "A content security policy is given where browsers pass over it",
          """
          The page looks as if it had this policy, and has it in no browser: a meta \
          element counts only in the head, never reports only, and a policy needs a \
          directive.\
          """,
          """
          Send the policy in the header Content-Security-Policy, or move the meta \
          element into the head, before the first script.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §3.3", "https://www.w3.org/TR/CSP3/#meta-element"),
          new Standard(
              "HTML: Content security policy state",
              "https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-security-policy"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.read(http, csp -> judge(http.secure(), csp));
  }

  private static Verdict judge(Visit visit, Csp csp) {
    var verdict =
        Policies.faults(
            Stream.concat(ofHeader(visit.hops().getLast()), ofMarkup(HttpFacts.markup(visit))));
    return verdict instanceof Verdict.Pass && csp.enforced().isEmpty() ? Policies.NONE : verdict;
  }

  private static Stream<Fault> ofHeader(Hop hop) {
    var values = hop.values("Content-Security-Policy");
    return !values.isEmpty() && ContentSecurityPolicy.parse(values).isEmpty()
        ? Stream.of(new Fault("the header", "no directive in \"" + values.getFirst() + "\""))
        : Stream.empty();
  }

  private static Stream<Fault> ofMarkup(Optional<Markup> markup) {
    return markup.stream()
        .flatMap(read -> read.metas().stream())
        .filter(Markup.Meta::isPolicy)
        .flatMap(PolicyIneffective::ofMeta);
  }

  private static Stream<Fault> ofMeta(Markup.Meta meta) {
    if (!meta.httpEquiv().equals("content-security-policy")) {
      return Stream.of(new Fault("a meta element of another kind", meta.httpEquiv()));
    }
    return meta.inHead()
        ? Stream.empty()
        : Stream.of(new Fault("a meta element outside the head", meta.content()));
  }
}
