package uk.nhs.estate.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Severity;

/// A fault that lasts from scan to scan.
///
/// @param evidence what was seen last
/// @param openedAt when it was first seen, or seen again after it was closed: the look that raised
///     the suspicion, when it had to be seen twice
/// @param lastSeenAt when it was last seen to be there
/// @param closedAt when it was resolved, withdrawn or dropped; none while it is open or suspected
/// @param opened how often it was opened; 0 as long as it has only been suspected
public record Finding(
    FindingKey key,
    Severity severity,
    Status status,
    String evidence,
    Instant openedAt,
    Instant lastSeenAt,
    @Nullable Instant closedAt,
    int opened) {

  public Finding {
    if (status.isClosed() != (closedAt != null)) {
      throw new IllegalArgumentException("A finding has a time of closing exactly when closed");
    }
    if (opened < 0 || opened == 0 && status != Status.SUSPECTED && status != Status.DROPPED) {
      throw new IllegalArgumentException("What was never opened is suspected or dropped");
    }
  }

  /// Whether a finding counts.
  public enum Status {
    /// Seen once where it must be seen twice: it does not count yet.
    SUSPECTED,
    OPEN,
    RESOLVED,
    WITHDRAWN,
    /// Suspected, and not confirmed by a second look.
    DROPPED;

    /// Whether it is over.
    public boolean isClosed() {
      return switch (this) {
        case SUSPECTED, OPEN -> false;
        case RESOLVED, WITHDRAWN, DROPPED -> true;
      };
    }
  }

  /// One that is seen for the first time, or for the first time since it was closed.
  ///
  /// @param opened how often it was opened before
  static Finding suspected(
      FindingKey key, Severity severity, String evidence, Instant now, int opened) {
    return new Finding(key, severity, Status.SUSPECTED, evidence, now, now, null, opened);
  }

  Finding stillThere(Severity severity, String evidence, Instant now) {
    return new Finding(key, severity, status, evidence, openedAt, now, closedAt, opened);
  }

  Finding confirmed() {
    return new Finding(
        key, severity, Status.OPEN, evidence, openedAt, lastSeenAt, null, opened + 1);
  }

  Finding close(Status as, Instant now) {
    return new Finding(key, severity, as, evidence, openedAt, lastSeenAt, now, opened);
  }

  /// Whether it counts.
  public boolean isOpen() {
    return status == Status.OPEN;
  }

  /// Whether it waits for a second look.
  public boolean isSuspected() {
    return status == Status.SUSPECTED;
  }
}
