package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

class SoaTimersUnusualTest extends SoaCheckTest {
  SoaTimersUnusualTest() {
    super(new SoaTimersUnusual());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes("as RIPE-203 has it", timers(86400, 7200, 3600000, 172800)),
            passes("as a Windows server has it", timers(900, 600, 86400, 3600)),
            passes("the least", timers(300, 60, 86400, 0)),
            passes("the most", timers(604800, 604800, 604801, 172800)),
            fails(
                "a refresh of less than five minutes",
                new Verdict.Fail("refresh", "299 seconds, where at least 300 is usual"),
                timers(299, 60, 86400, 0)),
            fails(
                "a refresh of more than a week",
                new Verdict.Fail("refresh", "604801 seconds, where at most 604800"),
                timers(604801, 60, 1209600, 0)),
            fails(
                "a retry of less than a minute",
                new Verdict.Fail("retry", "59 seconds"),
                timers(300, 59, 86400, 0)),
            fails(
                "a retry longer than the refresh",
                new Verdict.Fail("retry", "301 seconds, where at most 300"),
                timers(300, 301, 86400, 0)),
            fails(
                "an expiry within a day",
                new Verdict.Fail("expire", "86399 seconds, where at least 86400"),
                timers(300, 60, 86399, 0)),
            fails(
                "an expiry before the next refresh",
                new Verdict.Fail("expire", "where at least 604801"),
                timers(604800, 60, 604800, 0)),
            fails(
                "denials kept for more than two days",
                new Verdict.Fail("minimum", "172801 seconds, where at most 172800"),
                timers(300, 60, 86400, 172801)),
            fails(
                "all of it",
                new Verdict.Fail(
                    Stream.of("refresh", "retry", "expire", "minimum")
                        .map(timer -> new Fault(timer, "seconds"))
                        .toList()),
                timers(1, 1, 1, 4294967295L))));
  }

  private static DnsFacts timers(long refresh, long retry, long expire, long minimum) {
    return dns(
        found(
            NAME,
            "SOA",
            "ns1.dns.test. dns.trust.nhs.uk. 1 %d %d %d %d"
                .formatted(refresh, retry, expire, minimum)));
  }
}
