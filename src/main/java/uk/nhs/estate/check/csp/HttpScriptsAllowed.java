package uk.nhs.estate.check.csp;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.Csp.Use;
import uk.nhs.estate.observation.text.CspSource;
import uk.nhs.estate.observation.text.CspSource.Hash;
import uk.nhs.estate.observation.text.CspSource.Host;
import uk.nhs.estate.observation.text.CspSource.Keyword;
import uk.nhs.estate.observation.text.CspSource.Nonce;
import uk.nhs.estate.observation.text.CspSource.Scheme;
import uk.nhs.estate.observation.text.CspSource.Unknown;
import uk.nhs.estate.observation.text.CspUrl;

/// Finds sources of scripts in a policy that are named without encryption.
public record HttpScriptsAllowed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "csp.http-scripts-allowed",
          INFORMATIONAL,
          "The policy lets scripts in that are fetched over http",
          """
          Whoever is on the way can put another script in the place of one that is \
          fetched over http. Browsers of today stop most of it by other rules, old ones \
          and apps may not.\
          """,
          """
          Write https: before the host, or leave the scheme out: on a page over https \
          that means https.\
          """,
          Policies.COMMAND,
          new Standard(
              "Content Security Policy Level 3 §6.7.2.9",
              "https://www.w3.org/TR/CSP3/#match-schemes"),
          new Standard(
              "Mixed Content §5.3", "https://www.w3.org/TR/mixed-content/#should-block-fetch"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Policies.ofScripts(
        http,
        csp ->
            Policies.faults(
                Policies.scriptSources(csp)
                    .filter(HttpScriptsAllowed::isOverHttp)
                    .limit(Policies.MOST_TRIED)
                    .filter(source -> csp.from(example(source, csp.self()), Use.SCRIPT).allowed())
                    .map(
                        source ->
                            new Fault(source.text(), "scripts from there may come over http"))));
  }

  private static boolean isOverHttp(CspSource source) {
    return switch (source) {
      case Scheme(var name) -> name.equals("http") || name.equals("ws");
      case Host host -> "http".equals(host.scheme()) || "ws".equals(host.scheme());
      case Keyword _, Nonce _, Hash _, Unknown _ -> false;
    };
  }

  private static CspUrl example(CspSource source, CspUrl self) {
    var some = source instanceof Host host ? host.example(self) : CspUrl.ofHost(Policies.SOMEWHERE);
    return new CspUrl("http", some.host(), some.port(), some.path());
  }
}
