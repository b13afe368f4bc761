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
import uk.nhs.estate.observation.text.CspUrl;
import uk.nhs.estate.register.BypassHosts;

/// Finds policies that let in scripts of a host which serves scripts that do what their caller
/// says.
public record BypassHost(BypassHosts known) implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.bypass-host",
          INFORMATIONAL,
          "The policy lets in a host whose scripts do what their caller says",
          """
          Somebody who gets markup into the page names such a script of a host that the \
          policy trusts, with his own code in the address or in the markup, and it runs.\
          """,
          """
          Name the script's whole path in place of the host, serve a copy of it from the \
          site itself, or let scripts in by nonces with 'strict-dynamic'.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §8.2",
              "https://www.w3.org/TR/CSP3/#strict-dynamic-usage"),
          new Standard(
              "CSP Is Dead, Long Live CSP!",
              "https://research.google/pubs/csp-is-dead-long-live-csp-on-the-insecurity-of-whitelists-and-the-future-of-content-security-policy/"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.ofScripts(http, this::judge);
  }

  private Verdict judge(Csp csp) {
    if (csp.fromEveryHost("https", Use.SCRIPT).allowed()) {
      return new Verdict.NotApplicable("scripts of any host are let in");
    }
    boolean eval = csp.eval().allowed();
    return Policies.faults(
        known.entries().stream()
            .filter(entry -> eval || !entry.needsEval())
            .filter(entry -> csp.from(address(entry), Use.SCRIPT).allowed())
            .map(entry -> new Fault(entry.host(), "it serves " + entry.serves().words())));
  }

  private static CspUrl address(BypassHosts.Entry entry) {
    return new CspUrl("https", entry.host(), -1, entry.path());
  }
}
