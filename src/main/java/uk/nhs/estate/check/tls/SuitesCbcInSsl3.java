package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
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

/// Finds servers with the mode and the version of POODLE.
public record SuitesCbcInSsl3() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-cbc-in-ssl3",
          ADVISORY,
          "The server offers cipher suites in CBC mode in SSL 3.0",
          """
          POODLE follows from the offered suites: whoever is on the way and can make a client \
          send requests reads a cookie out of them within minutes, if the client still speaks \
          SSL 3.0.\
          """,
          "Turn SSL 3.0 off, and keep TLS 1.2 and 1.3 on.",
          "testssl.sh --poodle {name}:443",
          rfc(7568, "4"));

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
                posture, List.of(TlsPosture.SSL_3), suite -> suite.mode() == Mode.CBC));
  }
}
