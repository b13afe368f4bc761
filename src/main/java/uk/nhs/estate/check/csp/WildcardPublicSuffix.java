package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp;
import uk.nhs.estate.observation.text.Csp.Use;
import uk.nhs.estate.observation.text.CspSource.Host;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

/// Finds policies that let in scripts of all hosts below a name under which the public registers
/// names.
public record WildcardPublicSuffix() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.wildcard-public-suffix",
          INFORMATIONAL,
          "The policy lets in scripts of hosts that anybody can register",
          """
          Below such a name hosts belong to different people, and often anybody may take \
          one. Somebody who gets markup into the page names a script at a host there, \
          and the policy lets it in.\
          """,
          """
          Name the hosts that the page's scripts come from, without the asterisk.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.7.2.10",
              "https://www.w3.org/TR/CSP3/#match-hosts"),
          new Standard("Public Suffix List", "https://publicsuffix.org/"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.ofScripts(http, WildcardPublicSuffix::judge);
  }

  private static Verdict judge(Csp csp) {
    if (csp.fromEveryHost("https", Use.SCRIPT).allowed()) {
      return new Verdict.NotApplicable("scripts of any host are let in");
    }
    return Policies.faults(
        Policies.scriptHosts(csp)
            .filter(WildcardPublicSuffix::isOfAll)
            .limit(Policies.MOST_TRIED)
            .filter(host -> csp.from(host.example(csp.self()), Use.SCRIPT).allowed())
            .map(host -> new Fault(host.text(), host.wildcard() + " is a public suffix")));
  }

  /// A name that is not on the list is one when it is a top-level domain.
  private static boolean isOfAll(Host host) {
    var name = host.wildcard();
    if (name == null) {
      return false;
    }
    if (name.indexOf('.') < 0) {
      return true;
    }
    try {
      return PublicSuffixes.bundled().registrable(new DomainName(name)).isEmpty();
    } catch (Refusal e) {
      return false;
    }
  }
}
