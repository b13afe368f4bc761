package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.tls.CipherSuite;

/// Finds servers whose key opens all that was ever sent.
public record ForwardSecrecyMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.forward-secrecy-missing",
          ADVISORY,
          "No cipher suite of TLS 1.2 has forward secrecy",
          """
          Whoever records connections today and gets the key of the server one day can read \
          all of them.\
          """,
          "Offer suites with ECDHE, before all others.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'ECDHE@SECLEVEL=0' </dev/null\
          """,
          rfc(9325, "4.1"),
          rfc(9325, "7.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture -> OfferedSuites.has(posture, TlsPosture.TLS_1_2, CipherSuite::isForwardSecret));
  }
}
