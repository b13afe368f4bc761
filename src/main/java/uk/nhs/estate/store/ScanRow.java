package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A scan as it is kept.
@Introspected
public record ScanRow(
    UUID id,
    long targetId,
    String kind,
    String name,
    String reason,
    String state,
    Instant requestedAt,
    String requestedBy,
    int attempt,
    @Nullable String worker,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String outcome,
    @Nullable String error) {}
