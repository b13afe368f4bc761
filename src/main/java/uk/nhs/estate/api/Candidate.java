package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import uk.nhs.estate.store.CandidateRow;

/// A host that a page of the estate leads to and that the register does not know. It is not
/// scanned.
///
/// @param domain the registered domain that the host belongs to
/// @param domainIsRegistered whether the register has that domain
/// @param lastSeen to within some hours
/// @param seenAt the site whose pages led to it
@Serdeable
record Candidate(
    String host,
    String domain,
    boolean domainIsRegistered,
    Instant firstSeen,
    Instant lastSeen,
    String seenAt,
    Map<String, String> links) {

  static Candidate of(CandidateRow row) {
    return new Candidate(
        row.host(),
        row.domain(),
        row.domainIsOurs(),
        row.firstSeenAt(),
        row.lastSeenAt(),
        row.site(),
        Links.named("seenAt", Links.target("SITE", row.site())));
  }
}
