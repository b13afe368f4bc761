package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class VerdictsMigrationTest {

  @Test
  void verdictsThatWereKeptInRowsAreReadFromOne() throws SQLException {
    var url = TestDatabase.fresh();
    migrate(url, "6");
    try (var database = DriverManager.getConnection(url);
        var statement = database.createStatement()) {
      statement.execute(
          """
          insert into target (kind, name) values ('DOMAIN', 'seen.test'), ('DOMAIN', 'new.test');
          insert into verdict (target_id, rule, outcome, reason, judged_at, observed_at, unknown_since)
          select id, rule, outcome, reason, '2026-11-03T09:00:00Z', observed, hidden
          from target, (values
            ('dns.b', 'UNKNOWN', 'silent', null::timestamptz, timestamptz '2026-11-02T09:00:00.5Z'),
            ('dns.a', 'FAIL', 'it "says" so', timestamptz '2026-11-03T09:00:00Z', null))
            v (rule, outcome, reason, observed, hidden)
          where name = 'seen.test'
          """);
      migrate(url, "7");

      try (var rows =
          statement.executeQuery(
              "select name, unknown, sheet from verdicts join target on id = target_id")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("seen.test");
        assertThat(rows.getInt(2)).isEqualTo(1);
        var third = Instant.parse("2026-11-03T09:00:00Z");
        assertThat(FactsJson.verdicts(rows.getString(3)))
            .containsExactly(
                new VerdictRow("dns.a", "FAIL", "it \"says\" so", third, third, null),
                new VerdictRow(
                    "dns.b",
                    "UNKNOWN",
                    "silent",
                    third,
                    null,
                    Instant.parse("2026-11-02T09:00:00.5Z")));
        assertThat(rows.next()).isFalse();
      }
    }
  }

  private static void migrate(String url, String version) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }
}
