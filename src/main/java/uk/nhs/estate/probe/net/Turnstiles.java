package uk.nhs.estate.probe.net;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps the whole process polite to each address: so many connections at once, and a pause between
/// two new ones.
///
/// Keeps only addresses that are in use or were a moment ago.
final class Turnstiles {
  /// Longer than this nobody stands in the queue for one address: the look is better tried again.
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(1);

  private static final int SWEPT_FROM = 1024;

  private final ConcurrentHashMap<InetAddress, Turnstile> byAddress = new ConcurrentHashMap<>();
  private final int connections;
  private final long pauseNanos;

  Turnstiles(ScannerSettings.Politeness politeness) {
    this.connections = politeness.connectionsPerAddress();
    this.pauseNanos = politeness.pauseBetweenConnections().toNanos();
  }

  /// Waits for our turn at an address.
  ///
  /// @return what to run when the connection is over
  Runnable enter(InetAddress address) throws InterruptedIOException {
    sweep();
    var turnstile = byAddress.compute(address, (_, known) -> counted(known));
    boolean inside = false;
    try {
      inside = turnstile.permits.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
      if (!inside) {
        throw new InterruptedIOException("our own queue for this address is too long");
      }
      TimeUnit.NANOSECONDS.sleep(turnstile.book(pauseNanos));
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
    var turnstile = known == null ? new Turnstile(connections) : known;
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
    private int users; // changed only inside the map's compute
    private long next = System.nanoTime();

    Turnstile(int connections) {
      this.permits = new Semaphore(connections, true);
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
