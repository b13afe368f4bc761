package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.CipherSuite;

/// Finds servers that let clients do without forward secrecy.
public record SuitesStaticKey() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-static-key",
          INFORMATIONAL,
          "The server offers cipher suites without forward secrecy",
          """
          What a client sends in them can be read later by whoever records it today and gets \
          the key of the server one day.\
          """,
          """
          Take the suites with static RSA and Diffie-Hellman out of the list, once no client \
          needs them.\
          """,
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'kRSA@SECLEVEL=0' </dev/null\
          """,
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
            OfferedSuites.without(posture, OfferedSuites.BEFORE_TLS_1_3, SuitesStaticKey::isSo));
  }

  private static boolean isSo(CipherSuite suite) {
    return suite.isKnown() && !suite.isForwardSecret();
  }
}
