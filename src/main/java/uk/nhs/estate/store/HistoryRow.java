package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of an entry of the register.
///
/// @param entry the table: organisation, target, claim, contact or dkim_selector
/// @param kind with `name` the target that the entry is or is about, if any
/// @param before the entry before it, JSON; none when it was new
@Introspected
public record HistoryRow(
    long id,
    Instant at,
    String actor,
    String entry,
    @Nullable String kind,
    @Nullable String name,
    @Nullable String before,
    String after) {}
