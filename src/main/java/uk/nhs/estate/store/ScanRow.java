package uk.nhs.estate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A scan as it is kept.
@MappedEntity("scan")
public record ScanRow(
    @Id UUID id,
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
