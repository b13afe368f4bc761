package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds servers that help to decrypt.
public record Robot() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.robot",
          URGENT,
          "The server is open to ROBOT",
          """
          Its answers tell whether a guess was right, so that recorded connections in suites \
          with static RSA can be decrypted, and signatures made in its name.\
          """,
          """
          Turn the suites with static RSA off today, and bring the server or load balancer up \
          to date.\
          """,
          "testssl.sh --robot {name}:443",
          rfc(5246, "7.4.7.1"),
          new Standard("CVE-2017-13099", "https://www.cve.org/CVERecord?id=CVE-2017-13099"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture ->
            Trials.unwanted(
                posture.behaviour(Behaviour.ROBOT),
                "its answers tell whether RSA padding was right"));
  }
}
