package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds servers that clients can keep busy.
public record RenegotiationByClient() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.renegotiation-by-client",
          INFORMATIONAL,
          "Clients can begin a renegotiation",
          """
          One connection can ask for costly handshakes again and again (CVE-2011-1473), which \
          helps to overload a server. No browser needs it.\
          """,
          "Turn renegotiation by the client off in the settings of the server.",
          "(echo R; sleep 1) | openssl s_client -connect {name}:443 -servername {name} -tls1_2",
          rfc(9325, "3.5"),
          rfc(5746, "5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture ->
            Trials.speaksBeforeTls13(posture)
                ? Trials.unwanted(
                    posture.behaviour(Behaviour.CLIENT_RENEGOTIATION),
                    "a renegotiation that the client began was carried on")
                : new Verdict.NotApplicable("it speaks nothing but TLS 1.3"));
  }
}
