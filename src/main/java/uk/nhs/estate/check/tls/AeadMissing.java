package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.tls.CipherSuite;

/// Finds servers with nothing but modes of the past.
public record AeadMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.aead-missing",
          ADVISORY,
          "No cipher suite of TLS 1.2 has authenticated encryption",
          """
          Only suites with AES-GCM or ChaCha20-Poly1305 are without known weaknesses; the \
          others have been a way in again and again.\
          """,
          "Offer ECDHE with AES-GCM, before all others.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'AESGCM:CHACHA20@SECLEVEL=0' </dev/null\
          """,
          rfc(9325, "4.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls, posture -> OfferedSuites.has(posture, TlsPosture.TLS_1_2, CipherSuite::isAead));
  }
}
