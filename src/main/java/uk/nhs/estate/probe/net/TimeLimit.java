package uk.nhs.estate.probe.net;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Bounds a piece of work as a whole, however slowly the other side drips.
///
/// Not for use by several threads.
public final class TimeLimit {
  private long end;

  private TimeLimit(long end) {
    this.end = end;
  }

  /// Starts to run now.
  public static TimeLimit of(Duration time) {
    return new TimeLimit(System.nanoTime() + time.toNanos());
  }

  /// Whether the time is up.
  public boolean isOver() {
    return nanosLeft() <= 0;
  }

  /// What is left, at least one millisecond.
  ///
  /// @throws SocketTimeoutException when the time is up
  int millisLeft() throws SocketTimeoutException {
    long left = nanosLeft();
    if (left <= 0) {
      throw new SocketTimeoutException("time is up");
    }
    return Math.clamp(TimeUnit.NANOSECONDS.toMillis(left), 1, Integer.MAX_VALUE);
  }

  /// The shorter of this limit and one that starts now.
  TimeLimit within(Duration time) {
    long now = System.nanoTime();
    return new TimeLimit(now + Math.min(end - now, time.toNanos()));
  }

  /// Does not count time that was lost through us, such as waiting for our turn.
  void forgive(long nanos) {
    end += nanos;
  }

  /// Ends this long from now, if it would not end earlier.
  public void shorten(Duration time) {
    end = within(time).end;
  }

  private long nanosLeft() {
    return end - System.nanoTime();
  }
}
