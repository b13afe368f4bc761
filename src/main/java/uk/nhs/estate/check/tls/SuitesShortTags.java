package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.CipherSuite.Mode;

/// Finds servers whose records are sealed less well.
public record SuitesShortTags() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-short-tags",
          INFORMATIONAL,
          "The server offers cipher suites with short tags (CCM_8)",
          """
          Each record carries a tag of 8 octets in place of 16. That suits small devices; on \
          the web nobody needs it.\
          """,
          "Take the CCM_8 cipher suites out of the list.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'AESCCM8@SECLEVEL=0' </dev/null\
          """,
          rfc(9325, "4.2"),
          rfc(6655, ""));

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
                posture, OfferedSuites.TLS_1_3_AND_BEFORE, suite -> suite.mode() == Mode.CCM_8));
  }
}
