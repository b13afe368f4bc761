package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.TlsVersion;

/// Finds servers whose tickets are good for too long.
public record TicketLifetimeLong() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.ticket-lifetime-long",
          INFORMATIONAL,
          "Session tickets last longer than a week",
          """
          Who gets hold of the key of the tickets reads what was sent in all sessions that \
          they resume; a week is the most that TLS 1.3 allows.\
          """,
          "Shorten the lifetime of tickets to a day, and change their key each day.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 </dev/null | grep \
          'lifetime hint'\
          """,
          rfc(8446, "4.6.1"),
          rfc(5077, "5.6"));

  private static final Duration WEEK = Duration.ofDays(7);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, TicketLifetimeLong::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    var faults =
        posture.tickets().stream()
            .filter(ticket -> ticket.lifetimeSeconds() > WEEK.toSeconds())
            .map(
                ticket ->
                    "%d seconds in %s"
                        .formatted(ticket.lifetimeSeconds(), TlsVersion.name(ticket.version())))
            .toList();
    if (!faults.isEmpty()) {
      return new Verdict.Fail("", String.join("; ", faults));
    }
    if (!posture.tickets().isEmpty()) {
      return new Verdict.Pass();
    }
    return Stream.of(Behaviour.RESUMPTION_TICKET, Behaviour.RESUMPTION_PSK)
        .map(posture::behaviour)
        .filter(Trial.Undecided.class::isInstance)
        .map(trial -> Trials.unwanted(trial, ""))
        .findFirst()
        .orElseGet(() -> new Verdict.NotApplicable("it hands out no session tickets"));
  }
}
