package uk.nhs.estate.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Streams rows into a table by COPY, in PostgreSQL's text format; closed before its end, it leaves
/// nothing behind.
final class CopyRows implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder(CHUNK + CHUNK / 4);

  CopyRows(Connection connection, String table) {
    try {
      copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table + " from stdin");
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  void add(@Nullable Object... values) {
    for (int at = 0; at < values.length; at++) {
      text.append(at == 0 ? "" : "\t");
      append(values[at]);
    }
    text.append('\n');
    if (text.length() >= CHUNK) {
      send();
    }
  }

  private void append(@Nullable Object value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    var characters = value.toString();
    for (int at = 0; at < characters.length(); at++) {
      char c = characters.charAt(at);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  private void send() {
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// Says that all rows are there.
  void finish() {
    send();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  @Override
  public void close() {
    if (copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException e) {
        throw new DatabaseFailure(e);
      }
    }
  }
}
