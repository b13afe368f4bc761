package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import uk.nhs.estate.store.DmarcDaySourceRow;

/// How the messages fared that an address sent as a domain, on one day.
///
/// @param source the address; who it is, its reverse name may tell
/// @param dkimAligned messages with a valid signature of the domain
/// @param spfAligned messages for which SPF passed for the domain
/// @param passed messages that DMARC lets pass, by one of them
/// @param quarantined messages that the receiver put aside
/// @param rejected messages that the receiver turned away
/// @param reporters who reported them
@Serdeable
record DmarcSource(
    LocalDate day,
    String source,
    long messages,
    long dkimAligned,
    long spfAligned,
    long passed,
    long quarantined,
    long rejected,
    List<String> reporters) {

  static DmarcSource of(DmarcDaySourceRow row) {
    return new DmarcSource(
        row.day(),
        row.source(),
        row.messages(),
        row.dkim(),
        row.spf(),
        row.passed(),
        row.quarantined(),
        row.rejected(),
        row.reporters().lines().toList());
  }
}
