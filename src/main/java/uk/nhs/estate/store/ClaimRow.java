package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A claim as it is kept, with the names that it joins.
///
/// @param targetId the target that was asked about
/// @param kind with `name` the target that is claimed: that one or its domain
@Introspected
public record ClaimRow(
    long targetId,
    String organisation,
    String organisationName,
    String kind,
    String name,
    String relation,
    String evidence,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate untilDate) {}
