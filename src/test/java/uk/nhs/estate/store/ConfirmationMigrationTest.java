package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class ConfirmationMigrationTest {

  @Test
  void whatWasKeptBeforeKeepsItsMeaning() throws SQLException {
    var url = TestDatabase.fresh();
    migrate(url, "2");
    try (var database = DriverManager.getConnection(url);
        var statement = database.createStatement()) {
      statement.execute(
          """
          insert into target (kind, name, registered_at) values
            ('DOMAIN', 'seen.test', '2026-11-01T09:00:00Z'),
            ('DOMAIN', 'dark.test', '2026-11-01T09:00:00Z'),
            ('DOMAIN', 'never-seen.test', '2026-11-01T09:00:00Z');
          insert into finding (target_id, rule, subject, severity, status, evidence, opened_at,
            last_seen_at, closed_at, reopened)
          select id, 'dns.a', status, 'URGENT', status, '', now(), now(), closed, reopened
          from target, (values ('OPEN', null, 0), ('RESOLVED', now(), 2)) f (status, closed, reopened)
          where name = 'seen.test';
          insert into verdict (target_id, rule, outcome, reason, judged_at)
          select id, 'dns.a', 'UNKNOWN', '', now() from target where name = 'dark.test';
          insert into standing (target_id, policy, checks_seen, checks_all, urgent, advisory,
            informational, ledger, last_scanned_at, last_seen_at)
          select id, '2026-11', 0, 1, 0, 0, 0, '[]', '2026-11-03T09:00:00Z', case name
            when 'seen.test' then timestamptz '2026-11-03T09:00:00Z'
            when 'dark.test' then timestamptz '2026-11-02T09:00:00Z' end
          from target
          """);
    }
    migrate(url, "3");

    assertThat(rows(url, "select status, opened from finding order by status"))
        .containsExactly("OPEN 1", "RESOLVED 3");
    assertThat(rows(url, "select outcome, unknown_since from verdict"))
        .containsExactly("UNKNOWN null");
    assertThat(
            rows(
                url,
                """
                select name, hidden_since at time zone 'UTC' from standing s
                join target t on t.id = s.target_id order by t.id
                """))
        .containsExactly(
            "seen.test null",
            "dark.test 2026-11-02 09:00:00",
            "never-seen.test 2026-11-01 09:00:00");
  }

  private static void migrate(String url, String version) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  private static List<String> rows(String url, String sql) throws SQLException {
    try (var database = DriverManager.getConnection(url);
        var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2));
      }
      return found;
    }
  }
}
