package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/// How the messages of a day fared.
@Introspected
public record DmarcDayRow(
    LocalDate day,
    long reports,
    long reporters,
    long messages,
    long dkim,
    long spf,
    long passed,
    long quarantined,
    long rejected) {}
