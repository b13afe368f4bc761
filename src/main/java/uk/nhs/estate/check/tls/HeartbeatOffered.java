package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds servers with an extension that nobody needs.
public record HeartbeatOffered() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.heartbeat-offered",
          INFORMATIONAL,
          "The heartbeat extension is on",
          "On the web it serves for nothing, and it was the way in of Heartbleed.",
          "Turn it off, if the server lets you; newer TLS libraries have left it out.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -tlsextdebug \
          </dev/null | grep -i heartbeat\
          """,
          rfc(6520, "2"));

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
                posture.behaviour(Behaviour.HEARTBEAT), "it answers to the heartbeat extension"));
  }
}
