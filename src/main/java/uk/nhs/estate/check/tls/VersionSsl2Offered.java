package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;

/// Finds servers that speak a version with which everything else falls.
public record VersionSsl2Offered() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.version-ssl2-offered",
          URGENT,
          "The server speaks SSL 2.0",
          """
          Whoever is on the way can read and change all that is sent. DROWN follows from the \
          offered version: with its help, connections in newer versions can be read too, at \
          every server with the same key.\
          """,
          """
          Turn SSL 2.0 off; keep TLS 1.2 and 1.3. The Mozilla SSL Configuration Generator \
          writes the lines for most servers.\
          """,
          "testssl.sh --protocols {name}:443",
          rfc(6176, ""));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls, posture -> Trials.unwanted(posture.version(TlsPosture.SSL_2), "it speaks SSL 2.0"));
  }
}
