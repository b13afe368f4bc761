package uk.nhs.estate.web;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.settings.ScannerConfig;

/// Tells old from new: a look is late when half a period has passed since it was due.
@Singleton
public class Ages {
  private final Duration period;
  private final InstantSource clock;

  Ages(ScannerConfig config, InstantSource clock) {
    this.period = config.rhythm().every();
    this.clock = clock;
  }

  /// A last look before this moment is too old.
  Instant staleBefore() {
    return clock.instant().minus(period.plus(period.dividedBy(2)));
  }

  /// The age of what was seen of a target.
  ///
  /// @param scanned whether it is to be looked at
  Age of(boolean scanned, @Nullable Instant lookedAt, @Nullable Instant seenAt) {
    return new Age(state(scanned, lookedAt, seenAt), lookedAt, seenAt, When.words(period));
  }

  private Age.State state(boolean scanned, @Nullable Instant lookedAt, @Nullable Instant seenAt) {
    if (!scanned) {
      return Age.State.NOT_SCANNED;
    }
    if (lookedAt == null) {
      return Age.State.NEVER;
    }
    if (lookedAt.isBefore(staleBefore())) {
      return Age.State.STALE;
    }
    return seenAt == null || seenAt.isBefore(lookedAt) ? Age.State.HIDDEN : Age.State.FRESH;
  }
}
