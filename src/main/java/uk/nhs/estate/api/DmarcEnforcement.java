package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import uk.nhs.estate.report.Enforcement;

/// Whether asking receivers to quarantine or reject what fails would hit real mail.
///
/// @param from the first day that was judged
/// @param to the last day
/// @param messages in all reports of these days
/// @param passed those that DMARC lets pass
/// @param atRisk those that fail and may be real: their source has sent mail that passed, or is a
///     known supplier's
/// @param passedOn those that fail and came through forwarders or mailing lists
/// @param unknown those that fail and nothing ties to the domain
/// @param notTold those that fail from sources too small to be listed
/// @param words it all in plain words
@Serdeable
record DmarcEnforcement(
    Enforcement.Verdict verdict,
    LocalDate from,
    LocalDate to,
    long messages,
    long passed,
    long atRisk,
    long passedOn,
    long unknown,
    long notTold,
    String words) {

  static DmarcEnforcement of(Enforcement judged, LocalDate today) {
    return new DmarcEnforcement(
        judged.verdict(),
        Enforcement.first(today),
        today,
        judged.messages(),
        judged.passed(),
        judged.atRisk(),
        judged.passedOn(),
        judged.unknown(),
        judged.notTold(),
        judged.words());
  }
}
