package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A sighting as it is kept.
///
/// @param facts JSON, see [FactsJson]; none when an obstacle hid them
@Introspected
public record SightingRow(
    String topic, @Nullable String obstacle, @Nullable String detail, @Nullable String facts) {}
