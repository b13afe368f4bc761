package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// What a scan did to one of a target's findings.
@Introspected
public record TargetChangeRow(
    long findingId, String rule, String subject, String severity, Instant at, String change) {}
