package uk.nhs.estate.register;

/// Says whether an organisation is at work, in the words of the Organisation Data Service.
public enum OrganisationStatus {
  ACTIVE,
  CLOSED,
  /// Exists, but does nothing at present.
  DORMANT,
  /// Announced, not yet open.
  PROPOSED
}
