package uk.nhs.estate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.finding.Finding;
import uk.nhs.estate.finding.FindingKey;
import uk.nhs.estate.register.Target;

/// A finding as it is kept, with the target it belongs to.
///
/// @param rank the severity as a number: 0 is the most severe
/// @param opened how often it was opened; 0 as long as it has only been suspected
@MappedEntity("finding")
public record FindingRow(
    @Id long id,
    long targetId,
    String kind,
    String name,
    String rule,
    String subject,
    String severity,
    int rank,
    String status,
    String evidence,
    Instant openedAt,
    Instant lastSeenAt,
    @Nullable Instant closedAt,
    int opened) {

  /// In the words of the core.
  public Finding finding(Target target) {
    return new Finding(
        new FindingKey(target, rule, subject),
        Severity.valueOf(severity),
        Finding.Status.valueOf(status),
        evidence,
        openedAt,
        lastSeenAt,
        closedAt,
        opened);
  }

  /// How often it came back.
  public int reopened() {
    return Math.max(0, opened - 1);
  }
}
