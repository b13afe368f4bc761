package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial;

/// Finds servers that take requests which may have been sent by somebody else before.
public record EarlyDataAllowed() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.early-data-allowed",
          INFORMATIONAL,
          "Early data (0-RTT) is allowed",
          """
          A request in early data can be recorded and sent again by whoever is on the way. \
          That is harmless for pages, and not for what changes something.\
          """,
          """
          Turn early data off, or have the application refuse it where a request changes \
          something (RFC 8470).\
          """,
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_3 </dev/null | grep \
          'Max Early Data'\
          """,
          rfc(8446, "8"),
          rfc(8470, "5.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, EarlyDataAllowed::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    for (var ticket : posture.tickets()) {
      if (ticket.earlyData() > 0) {
        return new Verdict.Fail(
            "", "a ticket allows " + ticket.earlyData() + " octets of early data");
      }
    }
    if (posture.version(TLS_1_3) instanceof Trial.TurnedDown) {
      return new Verdict.NotApplicable("it does not speak TLS 1.3");
    }
    boolean gaveTicket = posture.tickets().stream().anyMatch(its -> its.version() == TLS_1_3);
    return posture.behaviour(Behaviour.RESUMPTION_PSK) instanceof Trial.Undecided(var obstacle)
            && !gaveTicket
        ? new Verdict.Unknown(obstacle)
        : new Verdict.Pass();
  }
}
