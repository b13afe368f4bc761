package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A claim as it is kept, with the names that it joins.
@Introspected
public record ClaimRow(
    String organisation,
    String organisationName,
    String kind,
    String name,
    String relation,
    String evidence,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate untilDate) {}
