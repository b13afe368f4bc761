package uk.nhs.estate.probe.dnssec;

import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers the things that were met last, up to a number.
///
/// Serves any number of threads.
final class Recent<T> {
  private final Map<T, Boolean> kept;

  Recent(int most) {
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
            return size() > most;
          }
        };
  }

  synchronized boolean has(T thing) {
    return kept.get(thing) != null;
  }

  synchronized void add(T thing) {
    kept.put(thing, true);
  }
}
