package uk.nhs.estate.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does several things side by side and waits for all of them.
///
/// @param threads one for each thing
record Fork(ExecutorService threads) {

  /// @throws IllegalStateException when the scanner is stopped, or one of them failed
  void all(List<Runnable> things) {
    map(things.stream().map(Executors::callable).toList());
  }

  /// The results in the order of the things.
  ///
  /// @throws IllegalStateException when the scanner is stopped, or one of them failed
  <T> List<T> map(List<? extends Callable<? extends T>> things) {
    var running = new ArrayList<Future<? extends T>>();
    try {
      for (var thing : things) {
        running.add(threads.submit(thing));
      }
      var results = new ArrayList<T>();
      for (var one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking the DNS", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking the DNS failed", e.getCause());
    } finally {
      running.forEach(one -> one.cancel(true));
    }
  }
}
