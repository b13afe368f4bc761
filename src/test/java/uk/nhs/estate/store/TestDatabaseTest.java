package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
  @Test
  void everyFreshDatabaseIsEmptyAndAnother() throws SQLException {
    execute(TestDatabase.fresh(), "CREATE TABLE trust ()");
    execute(TestDatabase.fresh(), "CREATE TABLE trust ()");
  }

  @Test
  void preparesATemplateOnceForAllItsCopies() throws SQLException {
    var prepared = new AtomicInteger();
    for (var round = 0; round < 2; round++) {
      var copy =
          TestDatabase.copyOf(
              "prepared_for_test",
              template -> {
                prepared.incrementAndGet();
                try {
                  execute(template.jdbcUrlWithPassword(), "CREATE TABLE trust ()");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      execute(copy, "DROP TABLE trust");
    }
    assertThat(prepared).hasValue(1);
  }

  private static void execute(String url, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var each = connection.createStatement()) {
      each.execute(statement);
    }
  }
}
