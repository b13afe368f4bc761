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

/// Finds servers with encryption that was made to be broken.
public record SuitesExport() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-export",
          URGENT,
          "The server offers export cipher suites",
          """
          Their keys of 40 or 56 bits are broken within minutes. FREAK and Logjam follow from \
          the offered suites: whoever is on the way talks careless clients into them.\
          """,
          """
          Take the EXPORT cipher suites out of the list, and bring the TLS library up to date: \
          it is very old.\
          """,
          "testssl.sh --freak --logjam {name}:443",
          rfc(9325, "4.1"),
          rfc(4346, "A.5"));

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
                posture, OfferedSuites.TLS_1_3_AND_BEFORE, CipherSuite::isExport));
  }
}
