package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.InternalNetwork;
import uk.nhs.estate.observation.text.ProductVersion;

/// Finds headers that give the version of a product. The name of a product alone is no fault.
public record VersionDisclosed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.version-disclosed",
          INFORMATIONAL,
          "A header tells which version of its software the site runs",
          """
          Who looks for sites with a certain known flaw finds this one by its version without \
          touching it.\
          """,
          """
          Leave the version out, as most servers let you: ServerTokens Prod in Apache, \
          server_tokens off in nginx, expose_php off in PHP, removeServerHeader in IIS.\
          """,
          Commands.HEADER,
          new Standard(
              "OWASP Secure Headers Project", "https://owasp.org/www-project-secure-headers/"),
          rfc(9110, "10.2.4"));

  /// Headers that name software, after the list of the OWASP Secure Headers Project (Apache-2.0, as
  /// of 2026-07-19), without those that carry times, traces or switches.
  private static final Set<String> TELL_TALES =
      Set.of(
          "liferay-portal",
          "microsoftsharepointteamservices",
          "oraclecommercecloud-version",
          "powered-by",
          "product",
          "server",
          "x-aspnet-version",
          "x-aspnetmvc-version",
          "x-cf-powered-by",
          "x-cms",
          "x-cocoon-version",
          "x-content-encoded-by",
          "x-framework",
          "x-generated-by",
          "x-generator",
          "x-jitsi-release",
          "x-joomla-version",
          "x-mod-pagespeed",
          "x-owa-version",
          "x-page-speed",
          "x-php-version",
          "x-powered-by",
          "x-powered-by-plesk",
          "x-powered-cms",
          "x-redirect-by",
          "x-server-powered-by",
          "x-turbo-charged-by",
          "x-umbraco-version",
          "x-woodpecker-version");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judgeLines(
        http,
        field ->
            TELL_TALES.contains(field.name().toLowerCase(Locale.ROOT))
                ? ProductVersion.in(field.value())
                    .filter(version -> InternalNetwork.of(version).isEmpty())
                    .map(_ -> new Fault(field.name(), field.name() + ": " + field.value()))
                : Optional.empty());
  }
}
