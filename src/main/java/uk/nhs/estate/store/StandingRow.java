package uk.nhs.estate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a target stands, as it is kept.
///
/// @param points none until something has been seen
/// @param ledger JSON: what each rule with an open finding costs
/// @param lastSeenAt when a look last brought back facts
/// @param hiddenSince when the first of the looks in a row was that brought nothing back; none when
///     the last one did
/// @param obstructed looks in a row that met an obstacle which may pass; counted anew when retries
///     were given up and another check became hidden
/// @param suspected looks in a row that saw what a second look has to confirm
@MappedEntity("standing")
public record StandingRow(
    @Id long targetId,
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
    @Nullable Instant hiddenSince,
    int obstructed,
    int suspected) {}
