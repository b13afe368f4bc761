package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;

/// Finds servers that speak the version that was forbidden in 2015.
public record VersionSsl3Offered() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.version-ssl3-offered",
          ADVISORY,
          "The server speaks SSL 3.0",
          """
          It is broken, and nobody needs it any more: browsers have left it out since 2015. \
          Software that can be talked into it is read by whoever is on the way.\
          """,
          """
          Turn SSL 3.0 off; keep TLS 1.2 and 1.3. The Mozilla SSL Configuration Generator \
          writes the lines for most servers.\
          """,
          "testssl.sh --protocols {name}:443",
          rfc(7568, ""));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls, posture -> Trials.unwanted(posture.version(TlsPosture.SSL_3), "it speaks SSL 3.0"));
  }
}
