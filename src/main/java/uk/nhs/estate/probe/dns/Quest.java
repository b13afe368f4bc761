package uk.nhs.estate.probe.dns;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import uk.nhs.estate.probe.net.TimeLimit;

/// The bounds of everything that is asked for one domain: time, and the number of questions.
///
/// Used by the threads of one look together.
final class Quest {
  /// A sound domain takes some 60 questions; one that is made to lead astray ends here.
  private static final int MOST_QUESTIONS = 400;

  /// What our own queues may add to the time.
  private static final long MOST_QUEUED = Duration.ofMinutes(2).toNanos();

  private final long end;
  private final AtomicLong queued = new AtomicLong();
  private final AtomicInteger questions = new AtomicInteger();

  Quest(Duration time) {
    this.end = System.nanoTime() + time.toNanos();
  }

  /// Counts a question.
  ///
  /// @return how long its answer may be waited for
  /// @throws SocketTimeoutException when no more may be asked
  TimeLimit begin(Duration longest) throws SocketTimeoutException {
    long left = nanosLeft();
    if (left <= 0) {
      throw new SocketTimeoutException("the time for this domain is up");
    }
    if (questions.incrementAndGet() > MOST_QUESTIONS) {
      throw new SocketTimeoutException("more than " + MOST_QUESTIONS + " questions");
    }
    return TimeLimit.of(Duration.ofNanos(Math.min(left, longest.toNanos())));
  }

  /// Does not count time that was lost in our own queues.
  void forgive(long nanos) {
    queued.addAndGet(nanos);
  }

  boolean isOver() {
    return nanosLeft() <= 0 || questions.get() >= MOST_QUESTIONS;
  }

  /// Questions asked so far, each try counted.
  int questions() {
    return questions.get();
  }

  private long nanosLeft() {
    return end + Math.min(queued.get(), MOST_QUEUED) - System.nanoTime();
  }
}
