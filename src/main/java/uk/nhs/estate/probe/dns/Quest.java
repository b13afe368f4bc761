package uk.nhs.estate.probe.dns;

import java.io.IOException;
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

  /// No more may be asked: that says nothing of whoever would have been next.
  static final class Over extends IOException {
    private final String why;

    private Over(String why) {
      super(why);
      this.why = why;
    }

    /// Why no more may be asked.
    String why() {
      return why;
    }
  }

  /// Waits are counted in whole milliseconds: one that was cut short ends a little before our time.
  private static final long SLACK = Duration.ofMillis(2).toNanos();

  private final long end;
  private final AtomicLong queued = new AtomicLong();
  private final AtomicInteger questions = new AtomicInteger();

  Quest(Duration time) {
    this.end = System.nanoTime() + time.toNanos();
  }

  /// Counts a question.
  ///
  /// @return how long its answer may be waited for
  /// @throws Over when no more may be asked
  TimeLimit begin(Duration longest) throws Over {
    checkTime();
    if (questions.incrementAndGet() > MOST_QUESTIONS) {
      throw new Over("more than " + MOST_QUESTIONS + " questions about this domain");
    }
    return TimeLimit.of(Duration.ofNanos(Math.min(nanosLeft(), longest.toNanos())));
  }

  /// Does not count time that was lost in our own queues.
  void forgive(long nanos) {
    queued.addAndGet(nanos);
  }

  /// Tells the end of our own time from a server's silence.
  ///
  /// @throws Over when the wait was cut short because no more time was left
  void checkTime() throws Over {
    if (nanosLeft() <= SLACK) {
      throw new Over("the time for this domain was up");
    }
  }

  boolean isOver() {
    return nanosLeft() <= SLACK || questions.get() >= MOST_QUESTIONS;
  }

  /// Questions asked so far, each try counted.
  int questions() {
    return questions.get();
  }

  private long nanosLeft() {
    return end + Math.min(queued.get(), MOST_QUEUED) - System.nanoTime();
  }
}
