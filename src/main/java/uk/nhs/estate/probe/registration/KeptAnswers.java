package uk.nhs.estate.probe.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.RegistrationFacts.Answered;

/// What registries have said today, so that nobody is asked twice a day about a name: looks that
/// are repeated, and domains under one registered name, are served from here.
final class KeptAnswers {
  /// Less than a day by as much as a daily look may come early: it is to ask again.
  static final Duration FOR = Duration.ofHours(20);

  private static final int EACH = 512;

  private final InstantSource clock;
  private final long mostOctets;
  private final LinkedHashMap<String, RegistrationFacts> byName = new LinkedHashMap<>();
  private long octets;

  /// @param mostOctets how much is kept at the most; the oldest answers go first
  KeptAnswers(InstantSource clock, long mostOctets) {
    this.clock = clock;
    this.mostOctets = mostOctets;
  }

  synchronized Optional<RegistrationFacts> of(String name) {
    return Optional.ofNullable(byName.get(name)).filter(facts -> isFresh(facts.seenAt()));
  }

  synchronized void keep(RegistrationFacts facts) {
    forget(facts.name());
    byName.put(facts.name(), facts);
    octets += octets(facts);
    while (octets > mostOctets) {
      forget(byName.firstEntry().getKey());
    }
  }

  private void forget(String name) {
    var old = byName.remove(name);
    octets -= old == null ? 0 : octets(old);
  }

  private boolean isFresh(Instant seenAt) {
    return clock.instant().isBefore(seenAt.plus(FOR));
  }

  private static long octets(RegistrationFacts facts) {
    return EACH + (facts.outcome() instanceof Answered(_, var json) ? json.size() : 0);
  }
}
