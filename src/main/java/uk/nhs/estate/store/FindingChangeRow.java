package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/// What a scan did to a finding.
@Introspected
public record FindingChangeRow(long id, UUID scanId, Instant at, String change, String evidence) {}
