package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds servers with the slower HTTP.
public record Http2Missing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.http2-missing",
          INFORMATIONAL,
          "HTTP/2 is not offered",
          "Pages with many parts load more slowly, above all on mobile networks.",
          "Turn HTTP/2 on; most servers and load balancers can do it.",
          """
          openssl s_client -connect {name}:443 -servername {name} -alpn h2,http/1.1 </dev/null \
          | grep ALPN\
          """,
          rfc(9113, "3.2"),
          rfc(7301, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture -> Trials.wanted(posture.behaviour(Behaviour.ALPN_H2), "it does not choose h2"));
  }
}
