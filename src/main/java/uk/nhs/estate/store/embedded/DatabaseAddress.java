package uk.nhs.estate.store.embedded;

/// Where a database is and how to sign in to it.
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  /// The whole address in one string, for tests and tools that take no more; the password needs no
  /// escaping, since it is Base64 for URLs.
  public String jdbcUrlWithPassword() {
    return jdbcUrl + "?user=" + user + "&password=" + password;
  }

  /// Leaves the password out, so that no log gets it.
  @Override
  public String toString() {
    return jdbcUrl + " as " + user;
  }
}
