package uk.nhs.estate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// An observation as it is kept, without its sightings.
///
/// @param scanId the scan that saw it first
/// @param looks how many looks have seen the same
@MappedEntity("observation")
public record ObservationRow(
    @Id long id,
    long targetId,
    String kind,
    String name,
    UUID scanId,
    String digest,
    Instant firstSeenAt,
    Instant lastSeenAt,
    long looks) {}
