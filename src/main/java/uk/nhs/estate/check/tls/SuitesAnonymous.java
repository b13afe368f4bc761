package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.CipherSuite;

/// Finds servers that agree not to prove who they are.
public record SuitesAnonymous() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-anonymous",
          URGENT,
          "The server offers anonymous cipher suites",
          """
          In them no certificate is shown, so whoever is on the way can pretend to be the \
          server, read all and change it.\
          """,
          "Take the anonymous cipher suites (aNULL) out of the list.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'aNULL@SECLEVEL=0' </dev/null\
          """,
          rfc(9325, "4.1"));

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
                posture, OfferedSuites.TLS_1_3_AND_BEFORE, CipherSuite::isAnonymous));
  }
}
