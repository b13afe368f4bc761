package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.SoaRecord;

/// Finds zones with timers in the SOA record that do more harm than good.
///
/// The bounds are wide: what RFC 1912, RFC 2308, RIPE-203 or common software suggests is within
/// them.
public record SoaTimersUnusual() implements Check.OfDns {

  private static final long MINUTE = 60;
  private static final long DAY = 24 * 60 * MINUTE;

  private static final Rule RULE =
      Rule.of(
          "dns.soa-timers-unusual",
          INFORMATIONAL,
          "A timer in the SOA record of the zone is unusual",
          """
          Secondary servers ask too often, or give the zone up after a short failure; or answers \
          that something does not exist are kept for days, so that a new name cannot be found.\
          """,
          """
          Use values such as refresh 86400, retry 7200, expire 3600000 and a minimum of 3600 \
          seconds.\
          """,
          "dig {name} SOA +short",
          rfc(1912, "2.2"),
          rfc(2308, "5"),
          new Standard("RIPE-203", "https://www.ripe.net/publications/docs/ripe-203/"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judgeSoa(
        dns,
        soa ->
            Verdict.ofFaults(
                Stream.of(
                        fault("refresh", soa.refresh(), 5 * MINUTE, 7 * DAY),
                        fault("retry", soa.retry(), MINUTE, Math.max(soa.refresh(), MINUTE)),
                        fault("expire", soa.expire(), leastExpiry(soa), Long.MAX_VALUE),
                        fault("minimum", soa.minimum(), 0, 2 * DAY))
                    .flatMap(Optional::stream)
                    .toList()));
  }

  /// Longer than it takes to find out that the primary is back, and than a night.
  private static long leastExpiry(SoaRecord soa) {
    return Math.max(DAY, Math.max(soa.refresh(), soa.retry()) + 1);
  }

  private static Optional<Fault> fault(String timer, long seconds, long least, long most) {
    if (seconds < least) {
      return Optional.of(
          new Fault(timer, "%d seconds, where at least %d is usual".formatted(seconds, least)));
    }
    return seconds > most
        ? Optional.of(
            new Fault(timer, "%d seconds, where at most %d is usual".formatted(seconds, most)))
        : Optional.empty();
  }
}
