package uk.nhs.estate.probe.dns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import uk.nhs.estate.observation.Lookup;

/// Keeps, for a few minutes, what was found out about names that many domains share: their
/// suppliers' servers, and the zones above them.
///
/// Serves any number of threads.
final class LookupBook {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 50_000;

  private final InstantSource clock;
  private final Map<Question, Entry> entries = new ConcurrentHashMap<>();

  LookupBook(InstantSource clock) {
    this.clock = clock;
  }

  private record Entry(Lookup lookup, Instant until) {}

  /// What is known, else what is found out now; what could not be asked is not kept.
  Lookup find(Question question, Function<Question, Lookup> ask) {
    var known = entries.get(question);
    if (known != null && known.until().isAfter(clock.instant())) {
      return known.lookup();
    }
    var found = ask.apply(question);
    if (!(found.answer() instanceof Lookup.Unasked)) {
      keep(question, found);
    }
    return found;
  }

  private void keep(Question question, Lookup found) {
    if (entries.size() >= MOST) {
      var now = clock.instant();
      entries.values().removeIf(entry -> !entry.until().isAfter(now));
      if (entries.size() >= MOST) {
        entries.clear();
      }
    }
    entries.put(question, new Entry(found, clock.instant().plus(KEPT)));
  }
}
