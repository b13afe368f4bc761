package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A target in a list, with how it stands as far as it has been looked at.
@Introspected
public record TargetStandingRow(
    long id,
    String kind,
    String name,
    String lifecycle,
    int scanLevel,
    @Nullable Integer points,
    @Nullable String grade,
    int checksSeen,
    int checksAll,
    int urgent,
    int advisory,
    int informational,
    @Nullable Instant lastScannedAt,
    @Nullable Instant lastSeenAt,
    @Nullable Instant hiddenSince) {}
