package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.CipherSuite;

/// Finds web servers with cipher suites for those who have met before.
public record SuitesSharedSecret() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-shared-secret",
          INFORMATIONAL,
          "The server offers cipher suites with a shared secret (PSK, SRP, Kerberos)",
          """
          Browsers cannot use them. They are meant for devices that share a secret with the \
          server, and suggest that a list meant for something else is in use.\
          """,
          """
          Take the PSK, SRP and Kerberos cipher suites out of the list, unless devices of \
          yours need them.\
          """,
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'PSK:SRP@SECLEVEL=0' </dev/null\
          """,
          rfc(9325, "4.2"),
          rfc(4279, "7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture ->
            OfferedSuites.without(
                posture, OfferedSuites.TLS_1_3_AND_BEFORE, CipherSuite::needsSharedSecret));
  }
}
