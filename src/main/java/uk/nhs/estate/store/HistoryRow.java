package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of an entry of the register.
///
/// @param before the entry before it, JSON; none when it was new
@Introspected
public record HistoryRow(
    long id, Instant at, String actor, @Nullable String before, String after) {}
