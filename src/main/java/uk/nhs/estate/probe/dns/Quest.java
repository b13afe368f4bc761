package uk.nhs.estate.probe.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger questions = new AtomicInteger();
  private final Map<InetAddress, Integer> busy = new HashMap<>();
  private int waiting;
  private long waitingSince;
  private long queued;

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

  /// Counts a question and gets in line for a server. The wait does not count against the domain's
  /// time, unless this very look has as many questions there as may be there at once: then it waits
  /// for the server, and not for others.
  ///
  /// @throws Over when no more may be asked
  Turn turn(InetAddress server, int atOnce, Duration longest) throws Over {
    var limit = begin(longest);
    synchronized (this) {
      boolean forOthers = busy.merge(server, 1, Integer::sum) <= atOnce;
      if (forOthers && waiting++ == 0) {
        waitingSince = System.nanoTime();
      }
      return new Turn(server, limit, longest, forOthers);
    }
  }

  /// A place in the line for a server, and then at the server.
  final class Turn implements AutoCloseable {
    private final InetAddress server;
    private final TimeLimit limit;
    private final Duration longest;
    private boolean waits;

    private Turn(InetAddress server, TimeLimit limit, Duration longest, boolean waits) {
      this.server = server;
      this.limit = limit;
      this.longest = longest;
      this.waits = waits;
    }

    /// How long the answer may be waited for, when the wait in the line is over.
    TimeLimit limit() {
      return limit;
    }

    /// Begins to ask.
    ///
    /// @throws Over when the domain's time went by in the line
    void come() throws Over {
      endWait();
      checkTime();
      limit.shorten(Duration.ofNanos(Math.min(nanosLeft(), longest.toNanos())));
    }

    private void endWait() {
      synchronized (Quest.this) {
        if (waits && --waiting == 0) {
          queued += System.nanoTime() - waitingSince;
        }
        waits = false;
      }
    }

    @Override
    public void close() {
      endWait();
      synchronized (Quest.this) {
        busy.merge(server, -1, Integer::sum);
      }
    }
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

  private synchronized long nanosLeft() {
    long now = System.nanoTime();
    long lost = waiting == 0 ? queued : queued + now - waitingSince;
    return end + Math.min(lost, MOST_QUEUED) - now;
  }
}
