package uk.nhs.estate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Statements one after another on one connection, within a transaction; results are read row by
/// row, however many there are.
record Session(Connection connection) {
  private static final int ROWS_AT_ONCE = 500;

  /// What is done with a row of a result.
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /// @return how many rows it changed
  long run(String sql, @Nullable Object... values) {
    try (var statement = prepare(sql, values)) {
      return statement.execute() ? 0 : statement.getLargeUpdateCount();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  void each(String sql, RowReader reader) {
    try (var statement = prepare(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  long number(String sql, @Nullable Object... values) {
    try (var statement = prepare(sql, values);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int at = 0; at < values.length; at++) {
      statement.setObject(at + 1, values[at]);
    }
    return statement;
  }
}
