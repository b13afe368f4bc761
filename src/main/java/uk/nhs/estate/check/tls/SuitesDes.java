package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds servers with a cipher whose key can be tried out.
public record SuitesDes() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-des",
          ADVISORY,
          "The server offers DES",
          """
          Its key of 56 bits is found within a day by trying all of them, so what was recorded \
          can be read.\
          """,
          "Take DES out of the list of cipher suites.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1 -cipher 'DES-CBC- \
          SHA:EDH-RSA-DES-CBC-SHA@SECLEVEL=0' </dev/null\
          """,
          rfc(5469, "2"),
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
                posture,
                OfferedSuites.TLS_1_3_AND_BEFORE,
                suite -> suite.cipher().equals("DES") && !suite.isExport()));
  }
}
