package uk.nhs.estate.register;

/// How an organisation stands to a domain or a site.
public enum Relation {
  /// The name is registered for it.
  HOLDER,
  /// It looks after the name for the holder, or for a body that is gone.
  CUSTODIAN,
  /// It uses a name that somebody else holds and runs, such as a website supplier or a group of
  /// practices.
  SUPPLIER_RUN
}
