package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds servers with a cipher that must not be used.
public record SuitesRc4() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-rc4",
          ADVISORY,
          "The server offers RC4",
          """
          What is sent often, such as a cookie, can be worked out from many connections in \
          RC4. It has been forbidden since 2015, and browsers have left it out.\
          """,
          "Take RC4 out of the list of cipher suites.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'RC4@SECLEVEL=0' </dev/null\
          """,
          rfc(7465, "2"));

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
                posture,
                OfferedSuites.TLS_1_3_AND_BEFORE,
                suite -> suite.cipher().equals("RC4") && !suite.isExport()));
  }
}
