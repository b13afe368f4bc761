package uk.nhs.estate.store;

import java.sql.SQLException;

/// The database failed in the middle of what it was to do, which it therefore has not done.
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseFailure(SQLException cause) {
    super("The database failed, and nothing was written: " + cause.getMessage(), cause);
  }
}
