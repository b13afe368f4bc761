package uk.nhs.estate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/// A DMARC aggregate report as it is kept, without its rows.
@MappedEntity("dmarc_report")
public record DmarcReportRow(
    @Id long id,
    String domain,
    String reporter,
    String reportId,
    Instant beginsAt,
    Instant endsAt,
    LocalDate day,
    String policy,
    String published,
    long messages,
    Instant receivedAt,
    String receivedBy) {}
