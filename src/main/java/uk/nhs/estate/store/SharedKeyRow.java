package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A DKIM key of a domain, and another domain that publishes the same, if one does.
///
/// @param keptAt the name at which the record stands when the selector is an alias
/// @param others how many other domains publish it
/// @param name one of them
/// @param organisations who holds it, as people read it; none when nobody claims it
@Introspected
public record SharedKeyRow(
    String selector,
    String fingerprint,
    @Nullable String keptAt,
    int others,
    @Nullable String name,
    @Nullable String organisations) {}
