package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;

/// Finds servers that do not speak the newest version of TLS.
public record Version13Missing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.version-1-3-missing",
          INFORMATIONAL,
          "The server does not speak TLS 1.3",
          """
          TLS 1.3 is faster, hides more, and leaves out everything that is weak in older \
          versions.\
          """,
          "Turn on TLS 1.3 beside TLS 1.2; it may need a newer web server or load balancer.",
          "openssl s_client -connect {name}:443 -servername {name} -tls1_3 </dev/null",
          rfc(9325, "3.1.1"),
          rfc(8446, ""));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    boolean wasTried =
        tls.servers().stream()
            .anyMatch(server -> server instanceof TlsFacts.Met met && met.posture() != null);
    return wasTried
        ? Offers.judge(
            tls,
            posture ->
                Trials.wanted(
                    posture.version(TlsPosture.TLS_1_3), "it does not take up an offer of TLS 1.3"))
        : Verdict.ofHandshake(
            tls,
            completed ->
                Verdict.passIf(
                    completed.version().equals("TLSv1.3"), "it chose " + completed.version()));
  }
}
