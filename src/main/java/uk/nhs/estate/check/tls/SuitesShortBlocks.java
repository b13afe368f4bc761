package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.CipherSuite;

/// Finds servers with ciphers whose blocks soon repeat.
public record SuitesShortBlocks() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-short-blocks",
          ADVISORY,
          "The server offers 3DES or another cipher with blocks of 64 bits",
          """
          SWEET32 follows from the offered suites: after some 32 GB in one connection blocks \
          begin to repeat, and give away a part of what was sent.\
          """,
          "Take 3DES, IDEA and RC2 out of the list of cipher suites.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          '3DES:IDEA@SECLEVEL=0' </dev/null\
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
        posture ->
            OfferedSuites.without(
                posture, OfferedSuites.TLS_1_3_AND_BEFORE, SuitesShortBlocks::isSo));
  }

  private static boolean isSo(CipherSuite suite) {
    return suite.hasShortBlocks() && !suite.isExport() && !suite.cipher().equals("DES");
  }
}
