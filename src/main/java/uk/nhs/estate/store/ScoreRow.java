package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A score that a target has had since a moment.
@Introspected
public record ScoreRow(long id, Instant at, int points, @Nullable String grade, String policy) {}
