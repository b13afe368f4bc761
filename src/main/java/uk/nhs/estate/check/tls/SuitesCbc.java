package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.tls.CipherSuite.Mode;

/// Finds servers with a mode that is easy to do wrongly.
public record SuitesCbc() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-cbc",
          INFORMATIONAL,
          "The server offers cipher suites in CBC mode in TLS 1.2",
          """
          What is recorded in them cannot be read, but their padding has been a way in again \
          and again (Lucky 13), depending on how a server is programmed.\
          """,
          "Offer only suites with AES-GCM or ChaCha20-Poly1305 in TLS 1.2.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher 'ECDHE-RSA- \
          AES128-SHA:ECDHE-RSA-AES256-SHA:AES128-SHA:AES256-SHA@SECLEVEL=0' </dev/null\
          """,
          rfc(9325, "4.2.1"),
          rfc(7366, "1"));

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
                posture, List.of(TlsPosture.TLS_1_2), suite -> suite.mode() == Mode.CBC));
  }
}
