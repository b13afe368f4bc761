package uk.nhs.estate.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Severity;

/// A fault that lasts from scan to scan.
///
/// @param evidence what was seen last
/// @param openedAt when it was first seen, or seen again after it was closed
/// @param lastSeenAt when it was last seen to be there
/// @param closedAt when it was resolved or withdrawn; none while it is open
/// @param reopened how often it came back
public record Finding(
    FindingKey key,
    Severity severity,
    Status status,
    String evidence,
    Instant openedAt,
    Instant lastSeenAt,
    @Nullable Instant closedAt,
    int reopened) {

  public Finding {
    if ((status == Status.OPEN) != (closedAt == null)) {
      throw new IllegalArgumentException("A finding is closed exactly when it is not open");
    }
  }

  /// Whether a finding counts.
  public enum Status {
    OPEN,
    RESOLVED,
    WITHDRAWN
  }

  static Finding open(FindingKey key, Severity severity, String evidence, Instant now) {
    return new Finding(key, severity, Status.OPEN, evidence, now, now, null, 0);
  }

  Finding stillThere(Severity severity, String evidence, Instant now) {
    return new Finding(key, severity, Status.OPEN, evidence, openedAt, now, null, reopened);
  }

  Finding reopen(Severity severity, String evidence, Instant now) {
    return new Finding(key, severity, Status.OPEN, evidence, now, now, null, reopened + 1);
  }

  Finding close(Status as, Instant now) {
    return new Finding(key, severity, as, evidence, openedAt, lastSeenAt, now, reopened);
  }

  /// Whether it counts.
  public boolean isOpen() {
    return status == Status.OPEN;
  }
}
