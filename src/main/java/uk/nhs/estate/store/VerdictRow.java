package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last verdict of a check on a target.
///
/// @param observedAt when the check last had something to judge; none when it never had
@Introspected
public record VerdictRow(
    String rule, String outcome, String reason, Instant judgedAt, @Nullable Instant observedAt) {}
