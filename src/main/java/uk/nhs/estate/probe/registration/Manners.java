package uk.nhs.estate.probe.registration;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.probe.net.Turnstiles;

/// How the whole process behaves towards registries, which shut those out who ask often: two
/// requests at once and one a second to each, and none for a while after one asks for a pause.
final class Manners {
  private static final int AT_ONCE = 2;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SHORTEST_REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final Turnstiles<String> turnstiles = new Turnstiles<>(AT_ONCE, PAUSE);
  private final ConcurrentHashMap<String, Rest> resting = new ConcurrentHashMap<>();
  private final InstantSource clock;

  /// @param why what the registry answered when it was asked last
  private record Rest(Instant until, Obstacle why) {}

  Manners(InstantSource clock) {
    this.clock = clock;
  }

  /// Waits for our turn at a registry's host.
  ///
  /// @return what to run when the request is over
  Runnable enter(String host) throws InterruptedIOException {
    return turnstiles.enter(host);
  }

  /// Why the host is not to be asked now, if it is not.
  Optional<Obstacle> objection(String host) {
    resting.computeIfPresent(host, (_, rest) -> isOver(rest) ? null : rest);
    return Optional.ofNullable(resting.get(host)).map(Rest::why);
  }

  /// Hears a refusal: who is asked too often, or too busy, says so (RFC 6585 §4, RFC 9110 §15.6.4),
  /// and for how long (§10.2.3).
  void refused(String host, Hop hop, Obstacle why) {
    var wanted = hop.values("Retry-After");
    if (hop.status() == 429 || (hop.status() == 503 && !wanted.isEmpty())) {
      var rest = wanted.isEmpty() ? SHORTEST_REST : rest(wanted.getFirst());
      resting.put(host, new Rest(clock.instant().plus(rest), why));
    }
  }

  /// A number of seconds, within reason; a date, or anything else, is as long as we rest at all.
  private static Duration rest(String retryAfter) {
    if (!retryAfter.matches("[0-9]{1,9}")) {
      return LONGEST_REST;
    }
    var wanted = Duration.ofSeconds(Integer.parseInt(retryAfter));
    var atLeast = wanted.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : wanted;
    return atLeast.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : atLeast;
  }

  private boolean isOver(Rest rest) {
    return !clock.instant().isBefore(rest.until());
  }
}
