package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial;

/// Finds servers that begin anew at each visit.
public record ResumptionMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.resumption-missing",
          INFORMATIONAL,
          "Sessions cannot be resumed",
          """
          Each connection costs a whole handshake, which makes pages slower and the server \
          busier.\
          """,
          "Turn session tickets or a session cache on.",
          "testssl.sh --server-defaults {name}:443",
          rfc(8446, "2.2"),
          rfc(5246, "7.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, ResumptionMissing::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    var ways =
        Stream.of(Behaviour.RESUMPTION_PSK, Behaviour.RESUMPTION_TICKET, Behaviour.RESUMPTION_ID)
            .map(posture::behaviour)
            .toList();
    if (ways.stream().anyMatch(Trial.TakenUp.class::isInstance)) {
      return new Verdict.Pass();
    }
    return ways.stream()
        .filter(Trial.Undecided.class::isInstance)
        .map(trial -> Trials.wanted(trial, ""))
        .findFirst()
        .orElseGet(() -> new Verdict.Fail("", "neither by id nor by ticket"));
  }
}
