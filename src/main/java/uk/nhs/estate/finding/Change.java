package uk.nhs.estate.finding;

/// What a scan did to a finding.
public enum Change {
  /// Seen once where it must be seen twice: kept, not counted, and looked at again.
  SUSPECTED,
  /// Seen, and it counts for the first time.
  OPENED,
  /// Seen again after it had been resolved or withdrawn.
  REOPENED,
  /// Seen to be in order.
  RESOLVED,
  /// The rule has nothing to say here any more.
  WITHDRAWN,
  /// Suspected, and a second look did not see it.
  DROPPED;

  /// Whether people are told: a suspicion comes and goes without notice.
  public boolean isTold() {
    return switch (this) {
      case OPENED, REOPENED, RESOLVED, WITHDRAWN -> true;
      case SUSPECTED, DROPPED -> false;
    };
  }
}
