package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.store.ScanRow;

/// One look at one target, with what came of it.
///
/// @param attempt how often a worker has begun it
/// @param outcome how much the look brought back; none until it is done
@Serdeable
record Scan(
    UUID id,
    Kind kind,
    String name,
    Reason reason,
    State state,
    Instant requestedAt,
    String requestedBy,
    int attempt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Outcome outcome,
    Map<String, String> links) {

  /// Why it is made.
  enum Reason {
    ROUTINE,
    ON_DEMAND,
    RETRY
  }

  /// How far it has come. `FAILED` is a fault of the scanner, never of the target.
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }

  /// How much a look brought back.
  enum Outcome {
    SEEN,
    PARTLY_SEEN,
    UNSEEN
  }

  static Scan of(ScanRow row) {
    return new Scan(
        row.id(),
        Kind.valueOf(row.kind()),
        row.name(),
        Reason.valueOf(row.reason()),
        State.valueOf(row.state()),
        row.requestedAt(),
        row.requestedBy(),
        row.attempt(),
        row.startedAt(),
        row.finishedAt(),
        row.outcome() == null ? null : Outcome.valueOf(row.outcome()),
        Links.named(
            "self", Links.V1 + "/scans/" + row.id(),
            "target", Links.target(row.kind(), row.name()),
            "observations", Links.of("observations", row.kind(), row.name())));
  }
}
