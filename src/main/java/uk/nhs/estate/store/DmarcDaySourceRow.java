package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/// How the messages of a day from one address fared.
///
/// @param reporters who said so, one a line
@Introspected
public record DmarcDaySourceRow(
    LocalDate day,
    String source,
    long messages,
    long dkim,
    long spf,
    long passed,
    long quarantined,
    long rejected,
    String reporters) {}
