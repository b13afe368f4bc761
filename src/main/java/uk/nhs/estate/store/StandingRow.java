package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a target stands, as it is kept.
///
/// @param points none until something has been seen
/// @param ledger JSON: what each rule with an open finding costs
/// @param lastSeenAt when a look last brought back facts
/// @param obstructed looks in a row that met an obstacle which may pass
@Introspected
public record StandingRow(
    long targetId,
    String kind,
    String name,
    String lifecycle,
    @Nullable Integer points,
    @Nullable String grade,
    String policy,
    int checksSeen,
    int checksAll,
    int urgent,
    int advisory,
    int informational,
    String ledger,
    Instant lastScannedAt,
    @Nullable Instant lastSeenAt,
    int obstructed) {}
