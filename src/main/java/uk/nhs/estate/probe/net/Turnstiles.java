package uk.nhs.estate.probe.net;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps the whole process polite to each address: so much at once, and so much begun within any
/// stretch of time.
///
/// Keeps only addresses that are in use or were a moment ago.
final class Turnstiles {
  /// Longer than this nobody stands in the queue for one address: the look is better tried again.
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(1);

  private static final int SWEPT_FROM = 1024;

  private final ConcurrentHashMap<InetAddress, Turnstile> byAddress = new ConcurrentHashMap<>();
  private final int atOnce;
  private final int most;
  private final long stretchNanos;

  /// @param atOnce how many may be inside at once
  /// @param most how many may go in within any stretch of time
  Turnstiles(int atOnce, int most, Duration stretch) {
    this.atOnce = atOnce;
    this.most = most;
    this.stretchNanos = stretch.toNanos();
  }

  /// For connections: so many at once, and a pause between two new ones.
  static Turnstiles forConnections(ScannerSettings.Politeness politeness) {
    return new Turnstiles(
        politeness.connectionsPerAddress(), 1, politeness.pauseBetweenConnections());
  }

  /// For questions to a name server.
  static Turnstiles forQuestions(ScannerSettings.Dns dns) {
    return new Turnstiles(dns.questionsInFlight(), dns.questionsPerSecond(), Duration.ofSeconds(1));
  }

  /// Waits for our turn at an address.
  ///
  /// @return what to run when we are done there
  Runnable enter(InetAddress address) throws InterruptedIOException {
    sweep();
    var turnstile = byAddress.compute(address, (_, known) -> counted(known));
    boolean inside = false;
    try {
      inside = turnstile.permits.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
      if (!inside) {
        throw new InterruptedIOException("our own queue for this address is too long");
      }
      TimeUnit.NANOSECONDS.sleep(turnstile.book(stretchNanos));
      return () -> leave(address, true);
    } catch (InterruptedException _) {
      leave(address, inside);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for our turn");
    } catch (InterruptedIOException e) {
      leave(address, false);
      throw e;
    }
  }

  private Turnstile counted(@Nullable Turnstile known) {
    var turnstile = known == null ? new Turnstile(atOnce, most) : known;
    turnstile.users++;
    return turnstile;
  }

  private void leave(InetAddress address, boolean wasInside) {
    byAddress.computeIfPresent(
        address,
        (_, turnstile) -> {
          turnstile.users--;
          if (wasInside) {
            turnstile.permits.release();
          }
          return turnstile.isIdle() ? null : turnstile;
        });
  }

  /// Forgets addresses whose pause was not over when the last connection to them ended.
  private void sweep() {
    if (byAddress.size() >= SWEPT_FROM) {
      for (var address : byAddress.keySet()) {
        byAddress.computeIfPresent(
            address, (_, turnstile) -> turnstile.isIdle() ? null : turnstile);
      }
    }
  }

  int size() {
    return byAddress.size();
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
