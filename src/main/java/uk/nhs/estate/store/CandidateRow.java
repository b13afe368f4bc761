package uk.nhs.estate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// A host that pages of ours lead to and that the register does not know.
///
/// @param domain the registered domain that it belongs to
/// @param domainIsOurs whether the register has that domain
/// @param site the site whose pages led to it
@MappedEntity("candidate")
public record CandidateRow(
    @Id String host,
    String domain,
    boolean domainIsOurs,
    Instant firstSeenAt,
    Instant lastSeenAt,
    String site) {}
