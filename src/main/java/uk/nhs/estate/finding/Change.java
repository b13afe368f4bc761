package uk.nhs.estate.finding;

/// What a scan did to a finding.
public enum Change {
  /// Seen for the first time.
  OPENED,
  /// Seen again after it had been resolved or withdrawn.
  REOPENED,
  /// Seen to be in order.
  RESOLVED,
  /// The rule has nothing to say here any more.
  WITHDRAWN
}
