package uk.nhs.estate.probe.net;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps the whole process polite to each place, such as an address: so much at once, and so much
/// begun within any stretch of time.
///
/// Keeps only places that are in use or were a moment ago.
public final class Turnstiles<P> {
  /// Longer than this nobody stands in the queue for one place: the look is better tried again.
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(1);

  private static final int SWEPT_FROM = 1024;

  private final ConcurrentHashMap<P, Turnstile> byPlace = new ConcurrentHashMap<>();
  private final int atOnce;
  private final int most;
  private final long stretchNanos;

  /// @param atOnce how many may be at one place at once
  /// @param most how many may go in there within any stretch of time
  public Turnstiles(int atOnce, int most, Duration stretch) {
    this.atOnce = atOnce;
    this.most = most;
    this.stretchNanos = stretch.toNanos();
  }

  /// @param atOnce how many may be at one place at once
  /// @param pause between two that go in there
  public Turnstiles(int atOnce, Duration pause) {
    this(atOnce, 1, pause);
  }

  /// Waits for our turn at a place.
  ///
  /// @return what to run when we are done there
  public Runnable enter(P place) throws InterruptedIOException {
    return enter(place, () -> {});
  }

  /// The same for those who are somewhere already, and would keep others waiting.
  ///
  /// @param giveWay makes room wherever we are, before we stand in a queue
  public Runnable enter(P place, Runnable giveWay) throws InterruptedIOException {
    return enter(place, stretchNanos, giveWay);
  }

  /// Waits until there is room at a place, however much was begun there a moment ago.
  ///
  /// @return what to run when we are done there
  public Runnable enterAtOnce(P place) throws InterruptedIOException {
    return enter(place, 0, () -> {});
  }

  private Runnable enter(P place, long ownStretchNanos, Runnable giveWay)
      throws InterruptedIOException {
    sweep();
    var turnstile = byPlace.compute(place, (_, known) -> counted(known));
    boolean inside = false;
    try {
      inside = turnstile.permits.tryAcquire(0, TimeUnit.MILLISECONDS);
      if (!inside) {
        giveWay.run();
        inside = turnstile.permits.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
      }
      if (!inside) {
        throw new InterruptedIOException("our own queue for it is too long");
      }
      if (ownStretchNanos > 0) {
        TimeUnit.NANOSECONDS.sleep(turnstile.book(ownStretchNanos));
      }
      return () -> leave(place, true);
    } catch (InterruptedException _) {
      leave(place, inside);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for our turn");
    } catch (InterruptedIOException e) {
      leave(place, false);
      throw e;
    }
  }

  /// Waits until whoever is at a place already may begin something more there.
  public void again(P place) throws InterruptedIOException {
    var turnstile = byPlace.get(place);
    if (turnstile == null) {
      throw new IllegalStateException("nobody is at " + place);
    }
    try {
      TimeUnit.NANOSECONDS.sleep(turnstile.book(stretchNanos));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for our turn");
    }
  }

  private Turnstile counted(@Nullable Turnstile known) {
    var turnstile = known == null ? new Turnstile(atOnce, most) : known;
    turnstile.users++;
    return turnstile;
  }

  private void leave(P place, boolean wasInside) {
    byPlace.computeIfPresent(
        place,
        (_, turnstile) -> {
          turnstile.users--;
          if (wasInside) {
            turnstile.permits.release();
          }
          return turnstile.isIdle() ? null : turnstile;
        });
  }

  /// Forgets places whose pause was not over when the last visit to them ended.
  private void sweep() {
    if (byPlace.size() >= SWEPT_FROM) {
      for (var place : byPlace.keySet()) {
        byPlace.computeIfPresent(place, (_, turnstile) -> turnstile.isIdle() ? null : turnstile);
      }
    }
  }

  int size() {
    return byPlace.size();
  }

  private static final class Turnstile {
    private final Semaphore permits;

    /// When somebody may next go in, for each of the last ones that went in; the oldest first.
    private final long[] free;

    private int oldest;
    private int users; // changed only inside the map's compute

    Turnstile(int atOnce, int most) {
      this.permits = new Semaphore(atOnce, true);
      this.free = new long[most];
      Arrays.fill(free, System.nanoTime());
    }

    /// Takes the next free moment, and says how many nanoseconds it is away.
    synchronized long book(long stretchNanos) {
      long now = System.nanoTime();
      long start = Math.max(free[oldest] - now, 0);
      free[oldest] = now + start + stretchNanos;
      oldest = (oldest + 1) % free.length;
      return start;
    }

    synchronized boolean isIdle() {
      int newest = (oldest + free.length - 1) % free.length;
      return users == 0 && free[newest] - System.nanoTime() <= 0;
    }
  }
}
