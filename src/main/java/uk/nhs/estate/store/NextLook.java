package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// When a target is looked at next.
@Introspected
public record NextLook(long targetId, Instant at) {}
