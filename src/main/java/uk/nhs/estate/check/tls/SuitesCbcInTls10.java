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

/// Finds servers with the mode and the version of BEAST.
public record SuitesCbcInTls10() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-cbc-in-tls10",
          INFORMATIONAL,
          "The server offers cipher suites in CBC mode in TLS 1.0",
          """
          BEAST follows from the offered suites: who can make a browser send what he likes can \
          work out a part of the rest. Browsers have countered it since 2012.\
          """,
          "Turn TLS 1.0 off, and keep TLS 1.2 and 1.3 on.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1 -cipher \
          'AES128-SHA:AES256-SHA:ECDHE-RSA-AES128-SHA@SECLEVEL=0' </dev/null\
          """,
          rfc(8996, "2"),
          rfc(4346, "6.2.3.2"));

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
                posture, List.of(TlsPosture.TLS_1_0), suite -> suite.mode() == Mode.CBC));
  }
}
