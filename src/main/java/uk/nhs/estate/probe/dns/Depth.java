package uk.nhs.estate.probe.dns;

/// How much is asked of a domain.
public enum Depth {
  /// What a resolver would have to ask: for scan level 1.
  LIGHT,
  /// Everything.
  FULL
}
