package uk.nhs.estate.register;

/// Says whether an entry of the register counts today; none is ever deleted.
public enum Lifecycle {
  ACTIVE,
  /// Kept for its history, no longer looked at.
  RETIRED
}
