package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.finding.Change;
import uk.nhs.estate.finding.Finding.Status;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.store.FindingChangeRow;
import uk.nhs.estate.store.FindingRow;

/// A fault that lasts from scan to scan.
///
/// @param title the rule in words; none for a rule that is no longer in force
/// @param subject what is wrong, the same from scan to scan; empty when it is the target itself
/// @param evidence what was seen last
/// @param status `SUSPECTED` was seen once and does not count yet; `DROPPED` was not seen again
/// @param openedAt when it was first seen, or seen again after it was closed
/// @param closedAt when it was resolved, withdrawn or dropped; none while it is open or suspected
/// @param reopened how often it came back
@Serdeable
record Finding(
    long id,
    Kind kind,
    String name,
    String rule,
    @Nullable String title,
    String subject,
    Severity severity,
    Status status,
    String evidence,
    Instant openedAt,
    Instant lastSeenAt,
    @Nullable Instant closedAt,
    int reopened,
    Map<String, String> links) {

  /// What a scan did to a finding.
  @Serdeable
  @Schema(name = "FindingChange")
  record Step(long id, UUID scan, Instant at, Change change, String evidence) {

    static Step of(FindingChangeRow row) {
      return new Step(
          row.id(), row.scanId(), row.at(), Change.valueOf(row.change()), row.evidence());
    }
  }

  static Finding of(FindingRow row, @Nullable String title) {
    var self = Links.V1 + "/findings/" + row.id();
    return new Finding(
        row.id(),
        Kind.valueOf(row.kind()),
        row.name(),
        row.rule(),
        title,
        row.subject(),
        Severity.valueOf(row.severity()),
        Status.valueOf(row.status()),
        row.evidence(),
        row.openedAt(),
        row.lastSeenAt(),
        row.closedAt(),
        row.reopened(),
        Links.named(
            "self",
            self,
            "changes",
            self + "/changes",
            "target",
            Links.target(row.kind(), row.name()),
            "check",
            Links.V1 + "/checks/" + row.rule()));
  }
}
