package uk.nhs.estate.practice;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The threads of one server: bounded in number while it runs, and gone when it has closed.
final class Workers implements Closeable {

  /// Work for somebody on the network, who may leave at any moment.
  interface Work {
    void run() throws IOException;
  }

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final String name;
  private final Semaphore room;
  private final ExecutorService threads;

  Workers(String name, int most) {
    this.name = name;
    this.room = new Semaphore(most);
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
  }

  /// Runs a server's own loop, which needs no permit.
  void loop(Runnable loop) {
    threads.execute(loop);
  }

  /// Runs one visitor's work, or says that there is no room (or no server any more).
  boolean take(Work work) {
    if (!room.tryAcquire()) {
      return false;
    }
    try {
      threads.execute(() -> run(work));
      return true;
    } catch (RejectedExecutionException _) {
      room.release();
      return false;
    }
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (IOException _) {
      // the visitor left, or did not speak our protocol: both are ordinary here
    } finally {
      room.release();
    }
  }

  /// Waits, unless the server closes first.
  static void pause(Duration time) throws InterruptedIOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("closing");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow(); // an interrupted virtual thread also closes the socket it waits for
    boolean gone;
    try {
      gone = threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return;
    }
    if (!gone) {
      throw new IllegalStateException("a thread of " + name + " did not end");
    }
  }
}
