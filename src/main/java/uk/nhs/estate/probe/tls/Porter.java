package uk.nhs.estate.probe.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.TlsPosture.Effort;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.TimeLimit;

/// Lets us in at one server: so many at once, and as often, as long and for as much as is allowed.
///
/// Connections are closed with a reset, so that thousands of them do not fill the range of ports.
final class Porter implements AutoCloseable {
  /// What part of the time for one connection lies between two to a server that has had enough of
  /// us before: a quarter of a second of four.
  private static final int GAP = 16;

  /// What is done on a connection.
  @FunctionalInterface
  interface Talk<T> {
    /// @param in what comes in; that of the line itself is not counted
    T on(Line line, InputStream in) throws IOException;
  }

  private final Doorway doorway;
  private final Allowance allowance;
  private final long began = System.nanoTime();
  private final AtomicLong octets = new AtomicLong();
  private int connections;
  private int most;
  private int inFlight;
  private boolean isExclusive;
  private boolean wasCrowded;
  private boolean isSlow;
  private boolean looksAhead;
  private @Nullable CompletableFuture<Line> ahead;

  Porter(Doorway doorway, Allowance allowance) {
    this.doorway = doorway;
    this.allowance = allowance;
    this.most = allowance.atOnce();
  }

  /// What was spent so far.
  synchronized Effort effort() {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return new Effort(connections, octets.get(), millis);
  }

  /// Whether there was ever more than one of us at the server.
  synchronized boolean wasCrowded() {
    return wasCrowded;
  }

  /// Whether the next connection is made while the last one is still in use, which saves the time
  /// that connecting takes.
  synchronized void lookAhead(boolean whether) {
    looksAhead = whether;
  }

  /// Runs all at once at a server that is far away, one after the other at one that is near, where
  /// nothing is gained.
  void sideBySide(Runnable... parts) {
    if (!looksAhead()) {
      Stream.of(parts).forEach(Runnable::run);
      return;
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = Stream.of(parts).map(threads::submit).toList();
      for (var one : all) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part of a look failed", e);
    }
  }

  private synchronized boolean looksAhead() {
    return looksAhead;
  }

  /// Lets in one of us at a time from now on.
  synchronized void goSingly() {
    most = 1;
    looksAhead = false;
    dropNext();
  }

  /// Lets in one of us at a time, and a pause between them.
  synchronized void goSlowly() {
    goSingly();
    isSlow = true;
  }

  /// Lets somebody in.
  ///
  /// @param alone whether nobody else may be in
  /// @throws Spent when no more is allowed
  <T> T admit(boolean alone, Talk<T> talk) throws IOException {
    var ready = enter(alone);
    try {
      var limit = TimeLimit.of(shorter(allowance.probe(), left()));
      try (var line = ready == null ? open(limit) : opened(ready)) {
        openNext();
        line.limit(limit, allowance.octets() - octets.get());
        try {
          return talk.on(line, new Counted(line.getInputStream()));
        } finally {
          line.setSoLinger(true, 0);
        }
      }
    } finally {
      leave();
    }
  }

  private Line open(TimeLimit limit) throws IOException {
    if (isSlow()) {
      pause(GAP);
    }
    return doorway.open(limit);
  }

  private synchronized boolean isSlow() {
    return isSlow;
  }

  private static Line opened(CompletableFuture<Line> ready) throws IOException {
    try {
      return ready.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  /// Makes the next connection in advance, if there is room for it.
  private synchronized void openNext() {
    if (!looksAhead || ahead != null || isExclusive || inFlight >= most) {
      return;
    }
    if (connections >= allowance.connections()) {
      return;
    }
    connections++;
    inFlight++;
    wasCrowded = true;
    var next = new CompletableFuture<Line>();
    ahead = next;
    Thread.startVirtualThread(
        () -> {
          try {
            next.complete(doorway.open(TimeLimit.of(allowance.probe())));
          } catch (IOException | RuntimeException e) {
            next.completeExceptionally(e);
          }
        });
  }

  /// Gives up the connection made in advance.
  private synchronized void dropNext() {
    var unused = ahead;
    if (unused == null) {
      return;
    }
    ahead = null;
    inFlight--;
    unused.thenAccept(Porter::cut);
  }

  private static void cut(Line line) {
    try (line) {
      line.setSoLinger(true, 0);
    } catch (IOException _) {
      // it is gone all the same
    }
  }

  @Override
  public void close() {
    dropNext();
  }

  /// Leaves the server alone for a part of the time for one connection, as far as the time for it
  /// goes.
  void pause(int part) throws IOException {
    try {
      Thread.sleep(shorter(allowance.probe().dividedBy(part), left()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while leaving a server alone");
    }
  }

  /// The time that is left.
  ///
  /// @throws Spent when there is none, or anything else is used up
  Duration left() throws Spent {
    var left = allowance.host().minusNanos(System.nanoTime() - began);
    if (!left.isPositive()) {
      throw new Spent(
          new Obstacle(
              Kind.TIMED_OUT, "the %d s for one server".formatted(allowance.host().toSeconds())));
    }
    if (octets.get() >= allowance.octets()) {
      throw new Spent(
          new Obstacle(
              Kind.TOO_LARGE, "the %d octets of one server".formatted(allowance.octets())));
    }
    return left;
  }

  /// @return the connection made in advance, if there is one
  private synchronized @Nullable CompletableFuture<Line> enter(boolean alone) throws IOException {
    try {
      while (isExclusive || inFlight - (ahead == null ? 0 : 1) >= (alone ? 1 : most)) {
        wait();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for our turn");
    }
    if (alone) {
      dropNext();
    }
    var ready = ahead;
    if (ready != null) {
      ahead = null; // its place is ours now
      return ready;
    }
    if (connections >= allowance.connections()) {
      throw new Spent(
          new Obstacle(
              Kind.TOO_LARGE,
              "the %d connections to one server".formatted(allowance.connections())));
    }
    connections++;
    inFlight++;
    isExclusive = alone;
    wasCrowded |= inFlight > 1;
    return null;
  }

  private synchronized void leave() {
    inFlight--;
    isExclusive = false;
    notifyAll();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// Counts what comes in, wherever it is read.
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      octets.addAndGet(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      octets.addAndGet(Math.max(count, 0));
      return count;
    }
  }
}
