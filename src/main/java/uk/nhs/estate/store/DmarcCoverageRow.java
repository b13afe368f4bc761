package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.report.DmarcReport.Disposition;
import uk.nhs.estate.report.Enforcement.Reported;

/// What reports there are about a domain in some days.
@Introspected
public record DmarcCoverageRow(
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    long reports,
    long reporters,
    long messages,
    long passed,
    @Nullable String policy) {

  /// In the words of the judgement.
  Reported reported() {
    return new Reported(
        firstDay,
        lastDay,
        reports,
        reporters,
        messages,
        passed,
        policy == null ? null : Disposition.valueOf(policy));
  }
}
