package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.SetCookie;

/// Tells which session cookies could be named so that nobody else can set them.
public record CookiePrefixMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.cookie-prefix-missing",
          INFORMATIONAL,
          "A session cookie has no name that browsers protect",
          """
          Another site of the domain, or somebody on the network who makes up one, can set a \
          cookie of the same name. A name that begins with __Host- can be set by this host over \
          https only.\
          """,
          """
          Call the cookie __Host- and its name, with Secure, Path=/ and without Domain; or \
          __Secure- where it must have a Domain.\
          """,
          Commands.HEADER,
          new Standard(
              "RFC 6265bis §4.1.3",
              "https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-4.1.3"),
          new Standard(
              "OWASP ASVS 5.0, V3.3",
              "https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Cookies.judge(http, Cookies::isOfASession, SetCookie::hasPrefix);
  }
}
