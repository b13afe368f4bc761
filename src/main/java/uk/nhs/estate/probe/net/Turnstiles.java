package uk.nhs.estate.probe.net;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps the whole process polite to each place, such as an address: so many visits at once, and a
/// pause between two new ones.
///
/// Keeps only places that are in use or were a moment ago.
public final class Turnstiles<P> {
  /// Longer than this nobody stands in the queue for one place: the look is better tried again.
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(1);

  private static final int SWEPT_FROM = 1024;

  private final ConcurrentHashMap<P, Turnstile> byPlace = new ConcurrentHashMap<>();
  private final int visits;
  private final long pauseNanos;

  /// @param visits to one place at once
  /// @param pause between two visits to one place
  public Turnstiles(int visits, Duration pause) {
    this.visits = visits;
    this.pauseNanos = pause.toNanos();
  }

  /// Waits for our turn at a place.
  ///
  /// @return what to run when the visit is over
  public Runnable enter(P place) throws InterruptedIOException {
    sweep();
    var turnstile = byPlace.compute(place, (_, known) -> counted(known));
    boolean inside = false;
    try {
      inside = turnstile.permits.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
      if (!inside) {
        throw new InterruptedIOException("our own queue for it is too long");
      }
      TimeUnit.NANOSECONDS.sleep(turnstile.book(pauseNanos));
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

  private Turnstile counted(@Nullable Turnstile known) {
    var turnstile = known == null ? new Turnstile(visits) : known;
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
    private int users; // changed only inside the map's compute
    private long next = System.nanoTime();

    Turnstile(int visits) {
      this.permits = new Semaphore(visits, true);
    }

    /// Takes the next free moment, and says how many nanoseconds it is away.
    synchronized long book(long pauseNanos) {
      long now = System.nanoTime();
      long start = Math.max(next - now, 0);
      next = now + start + pauseNanos;
      return start;
    }

    synchronized boolean isIdle() {
      return users == 0 && next - System.nanoTime() <= 0;
    }
  }
}
