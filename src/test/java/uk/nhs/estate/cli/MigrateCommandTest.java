package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.store.TestDatabase;

class MigrateCommandTest {

  @Test
  void bringsTheTablesUpToDateOnceAndForAll() throws SQLException {
    var url = TestDatabase.fresh();

    var first = migrate(url);
    assertThat(first).matches("The database is up to date, at version [0-9]+\n");
    assertThat(migrate(url)).isEqualTo(first);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var answer = statement.executeQuery("SELECT count(*) FROM organisation")) {
      assertThat(answer.next()).isTrue();
      assertThat(answer.getInt(1)).isZero();
    }
  }

  private static String migrate(String url) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        EstateCommand.run(
            new PrintWriter(out), new PrintWriter(err), "migrate", "--database-url", url);
    assertThat(status).as("%s", err).isZero();
    return out.toString();
  }
}
