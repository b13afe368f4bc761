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
  private final Duration apart;
  private final InstantSource clock;

  Ages(ScannerConfig config, InstantSource clock) {
    this.period = config.rhythm().every();
    this.apart = config.rhythm().confirmAfter();
    this.clock = clock;
  }

  /// A last look before this moment is too old.
  Instant staleBefore() {
    return clock.instant().minus(period.plus(period.dividedBy(2)));
  }

  /// The age of what was seen of a target.
  ///
  /// @param scanned whether it is to be looked at
  /// @param hiddenSince when the first of the looks in a row was that brought nothing back
  Age of(
      boolean scanned,
      @Nullable Instant lookedAt,
      @Nullable Instant seenAt,
      @Nullable Instant hiddenSince) {
    return new Age(state(scanned, lookedAt, hiddenSince), lookedAt, seenAt, When.words(period));
  }

  private Age.State state(
      boolean scanned, @Nullable Instant lookedAt, @Nullable Instant hiddenSince) {
    if (!scanned) {
      return Age.State.NOT_SCANNED;
    }
    if (lookedAt == null) {
      return Age.State.NEVER;
    }
    if (lookedAt.isBefore(staleBefore())) {
      return Age.State.STALE;
    }
    if (hiddenSince == null) {
      return Age.State.FRESH;
    }
    return lookedAt.isBefore(hiddenSince.plus(apart)) ? Age.State.AGAIN : Age.State.HIDDEN;
  }
}
