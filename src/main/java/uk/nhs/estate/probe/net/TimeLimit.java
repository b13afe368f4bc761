package uk.nhs.estate.probe.net;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Bounds a piece of work as a whole, however slowly the other side drips.
///
/// Not for use by several threads.
public final class TimeLimit {
  private final @Nullable TimeLimit whole;
  private long end;

  private TimeLimit(long end, @Nullable TimeLimit whole) {
    this.end = end;
    this.whole = whole;
  }

  /// Starts to run now.
  public static TimeLimit of(Duration time) {
    return new TimeLimit(System.nanoTime() + time.toNanos(), null);
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
    return new TimeLimit(earlier(time), null);
  }

  /// The limit of a part of the work: what is forgiven the part is forgiven the whole.
  TimeLimit part(Duration time) {
    return new TimeLimit(earlier(time), this);
  }

  /// Does not count time that was lost through us, such as waiting for our turn.
  void forgive(long nanos) {
    end += nanos;
    if (whole != null) {
      whole.forgive(nanos);
    }
  }

  /// Ends this long from now, if it would not end earlier.
  public void shorten(Duration time) {
    end = earlier(time);
  }

  private long earlier(Duration time) {
    long now = System.nanoTime();
    return now + Math.min(end - now, time.toNanos());
  }

  private long nanosLeft() {
    return end - System.nanoTime();
  }
}
