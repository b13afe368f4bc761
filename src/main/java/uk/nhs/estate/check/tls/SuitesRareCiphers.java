package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds servers with ciphers that nearly nobody uses.
public record SuitesRareCiphers() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-rare-ciphers",
          INFORMATIONAL,
          "The server offers ciphers that are hardly used",
          """
          SEED, ARIA, Camellia, SM4 and GOST are not known to be broken. Few look at them, no \
          browser offers them, and every cipher more is one that may fail.\
          """,
          "Offer AES-GCM and ChaCha20-Poly1305 only.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'CAMELLIA:ARIA:SEED@SECLEVEL=0' </dev/null\
          """,
          rfc(9325, "4.1"),
          rfc(9325, "4.2"));

  private static final Set<String> RARE =
      Set.of("SEED", "ARIA", "CAMELLIA", "SM4", "GOST89", "KUZNYECHIK", "MAGMA", "SKIPJACK");

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
                posture, OfferedSuites.TLS_1_3_AND_BEFORE, suite -> RARE.contains(suite.cipher())));
  }
}
