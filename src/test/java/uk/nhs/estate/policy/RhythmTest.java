package uk.nhs.estate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RhythmTest {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Rhythm DAILY =
      new Rhythm(
          Duration.ofDays(1),
          Duration.ofHours(1),
          List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4)),
          SOON);
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @Property
  void theNextLookComesAfterNowAndWithinAPeriod(
      @ForAll String name, @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis) {
    var now = Instant.ofEpochMilli(millis);
    assertThat(DAILY.next(name, now)).isAfter(now).isBeforeOrEqualTo(now.plus(DAILY.every()));
  }

  @Property
  void looksAreExactlyAPeriodApart(
      @ForAll String name, @ForAll @LongRange(min = 0, max = 86_399_999) long later) {
    var first = DAILY.next(name, NOW);
    assertThat(DAILY.next(name, first)).isEqualTo(first.plus(DAILY.every()));
    assertThat(DAILY.next(name, first.plusMillis(later))).isEqualTo(first.plus(DAILY.every()));
  }

  @Property(tries = 50)
  void anEstateIsSpreadEvenlyOverThePeriod(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    int targets = 24_000;
    var byHour = new int[24];
    for (int at = 0; at < targets; at++) {
      var wait = Duration.between(NOW, DAILY.next("site-" + seed + "-" + at + ".nhs.uk", NOW));
      byHour[(int) Math.min(23, wait.toHours())]++;
    }
    // 1,000 are expected in an hour, with a standard deviation of 31; five of them never happen.
    assertThat(IntStream.of(byHour)).allSatisfy(count -> assertThat(count).isBetween(845, 1155));
  }

  @Property
  void aNewTargetIsLookedAtSoon(@ForAll String name) {
    assertThat(DAILY.first(name, NOW)).isBetween(NOW, NOW.plus(DAILY.firstWithin()));
    var atOnce = new Rhythm(Duration.ofDays(1), Duration.ZERO, List.of(), SOON);
    assertThat(atOnce.first(name, NOW)).isEqualTo(NOW);
  }

  @Test
  void aLookThatMetAnObstacleIsRepeatedLaterAndLater() {
    var name = nameDueIn(Duration.ofHours(20), Duration.ofHours(24));
    assertThat(DAILY.next(name, NOW, 0, 0)).isEqualTo(DAILY.next(name, NOW));
    assertThat(DAILY.next(name, NOW, 1, 0)).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    assertThat(DAILY.next(name, NOW, 2, 0)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(DAILY.next(name, NOW, 3, 0)).isEqualTo(NOW.plus(Duration.ofHours(4)));
    assertThat(DAILY.next(name, NOW, 4, 0)).isEqualTo(DAILY.next(name, NOW));
  }

  @Test
  void aSuspicionIsFollowedUpSoonAFewTimesInARow() {
    var name = nameDueIn(Duration.ofHours(20), Duration.ofHours(24));
    for (int looks = 1; looks <= Rhythm.CONFIRMATIONS; looks++) {
      assertThat(DAILY.next(name, NOW, 0, looks)).isEqualTo(NOW.plus(SOON));
    }
    assertThat(DAILY.next(name, NOW, 0, Rhythm.CONFIRMATIONS + 1)).isEqualTo(DAILY.next(name, NOW));
  }

  @Test
  void aSuspicionAndAnObstacleTogetherAreFollowedUpAtTheSoonerMoment() {
    var name = nameDueIn(Duration.ofHours(20), Duration.ofHours(24));
    assertThat(DAILY.next(name, NOW, 2, 1)).isEqualTo(NOW.plus(SOON));
    assertThat(DAILY.next(name, NOW, 2, Rhythm.CONFIRMATIONS + 1))
        .isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void aRepeatedLookNeverComesLaterThanTheOrdinaryOne() {
    var name = nameDueIn(Duration.ZERO, Duration.ofMinutes(2));
    assertThat(DAILY.next(name, NOW, 1, 0)).isEqualTo(DAILY.next(name, NOW));
    assertThat(DAILY.next(name, NOW, 0, 1)).isEqualTo(DAILY.next(name, NOW));
  }

  @Test
  void aRhythmHasAPeriod() {
    assertThatThrownBy(() -> new Rhythm(Duration.ZERO, Duration.ZERO, List.of(), SOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Rhythm(Duration.ofDays(1), Duration.ofSeconds(-1), List.of(), SOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Rhythm(Duration.ofDays(1), Duration.ZERO, List.of(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String nameDueIn(Duration least, Duration most) {
    for (int at = 0; ; at++) {
      var wait = Duration.between(NOW, DAILY.next("site" + at + ".nhs.uk", NOW));
      if (wait.compareTo(least) > 0 && wait.compareTo(most) < 0) {
        return "site" + at + ".nhs.uk";
      }
    }
  }
}
