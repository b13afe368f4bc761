package uk.nhs.estate.policy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;

/// When a target is looked at: each at its own moment of the period, the same one every time, so
/// that an estate is looked at evenly.
///
/// @param every the period
/// @param firstWithin how soon a new target is looked at, at the latest
/// @param retries how long to wait after the first, second, … look in a row that met an obstacle
///     which may pass; after the last of them the ordinary rhythm goes on
/// @param confirmAfter how long after a look another one counts as the second, for what must be
///     seen, or not be seen, twice
public record Rhythm(
    Duration every, Duration firstWithin, List<Duration> retries, Duration confirmAfter) {

  /// How often in a row a suspicion is followed up soon: a target that shows another fault at every
  /// look is not looked at all day.
  static final int CONFIRMATIONS = 3;

  public Rhythm {
    retries = List.copyOf(retries);
    if (!every.isPositive() || firstWithin.isNegative() || !confirmAfter.isPositive()) {
      throw new IllegalArgumentException(
          "A rhythm has a period, and time between a look and the next");
    }
  }

  /// The next ordinary look after a moment.
  ///
  /// @param target what tells it from all others for good: its id in the register
  public Instant next(String target, Instant after) {
    long period = every.toMillis();
    long phase = share(target, period);
    long from = after.toEpochMilli();
    return Instant.ofEpochMilli(from + 1 + Math.floorMod(phase - (from + 1), period));
  }

  /// The first look at a target that is new.
  public Instant first(String target, Instant now) {
    return now.plusMillis(share(target, Math.max(1, firstWithin.toMillis())));
  }

  /// The next look after one that left something to be asked again, never later than the ordinary
  /// one.
  ///
  /// @param obstructed how many looks in a row met an obstacle which may pass; 0 for none
  /// @param suspected how many looks in a row saw what a second look has to confirm; 0 for none
  public Instant next(String target, Instant now, int obstructed, int suspected) {
    var next = next(target, now);
    if (obstructed >= 1 && obstructed <= retries.size()) {
      next = earlier(next, now.plus(retries.get(obstructed - 1)));
    }
    if (suspected >= 1 && suspected <= CONFIRMATIONS) {
      next = earlier(next, now.plus(confirmAfter));
    }
    return next;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static long share(String target, long of) {
    var crc = new CRC32C();
    crc.update(target.getBytes(StandardCharsets.UTF_8));
    return (crc.getValue() * of) >>> 32;
  }
}
