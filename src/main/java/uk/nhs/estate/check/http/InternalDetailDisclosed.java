package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;

/// Finds headers that give internal addresses, names of hosts, places of files or traces of faults.
public record InternalDetailDisclosed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.internal-detail-disclosed",
          INFORMATIONAL,
          "A header tells what the inside of the network looks like",
          """
          Names and addresses of machines behind the site, places of its files and traces of \
          its faults help whoever is planning to get in.\
          """,
          """
          Have the server in front of the site take the header out, or turn off the debugging \
          that adds it.\
          """,
          Commands.HEADER,
          new Standard(
              "OWASP Secure Headers Project", "https://owasp.org/www-project-secure-headers/"),
          new Standard(
              "CWE-200: Exposure of Sensitive Information",
              "https://cwe.mitre.org/data/definitions/200.html"));

  /// Headers that say nothing else, after the list of the OWASP Secure Headers Project (Apache-2.0,
  /// as of 2026-07-19), and those of debugging tools.
  private static final Set<String> INSIDES =
      Set.of(
          "pega-host",
          "x-beserver",
          "x-calculatedbetarget",
          "x-chromelogger-data",
          "x-chromephp-data",
          "x-debug-exception",
          "x-debug-exception-file",
          "x-debug-token-link",
          "x-diaginfo",
          "x-envoy-original-dst-host",
          "x-feserver",
          "x-sourcefiles",
          "x-varnish-backend",
          "x-varnish-server");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judgeLines(
        http,
        field ->
            detail(field).map(detail -> new Fault(field.name(), field.name() + ": " + detail)));
  }

  private static Optional<String> detail(Hop.Field field) {
    var name = field.name().toLowerCase(Locale.ROOT);
    if (INSIDES.contains(name)) {
      return Optional.of(field.value()).filter(value -> !value.isEmpty());
    }
    return name.equals("set-cookie") || name.endsWith("version") || Hop.differsAtEveryLook(name)
        ? Optional.empty()
        : InternalDetail.in(field.value());
  }
}
