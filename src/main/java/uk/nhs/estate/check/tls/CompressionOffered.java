package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds servers that compress before they encrypt.
public record CompressionOffered() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.compression-offered",
          ADVISORY,
          "TLS compression is on",
          """
          CRIME follows from compression: who can make a browser send what he likes works out \
          cookies from the lengths of what is sent.\
          """,
          "Turn compression in TLS off; that of HTTP may stay.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -comp </dev/null | \
          grep Compression\
          """,
          rfc(9325, "3.3"),
          rfc(3749, "6"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture ->
            Trials.unwanted(posture.behaviour(Behaviour.COMPRESSION), "it agrees on compression"));
  }
}
