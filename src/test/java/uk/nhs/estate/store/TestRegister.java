package uk.nhs.estate.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import uk.nhs.estate.store.RowExplanation.Outcome;
import uk.nhs.estate.store.embedded.DatabaseAddress;

/// An empty register in a database of its own, and what its imports explain.
final class TestRegister implements Imports.Watcher {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final String url = TestDatabase.copyOf("register", TestRegister::migrate);
  private final Path folder;
  final Imports imports = new Imports(source(url), () -> NOW);
  final DmarcImports dmarc = new DmarcImports(source(url), () -> NOW);
  final List<RowExplanation> explanations = new ArrayList<>();

  TestRegister(Path folder) {
    this.folder = folder;
  }

  private static void migrate(DatabaseAddress address) {
    Flyway.configure()
        .dataSource(address.jdbcUrl(), address.user(), address.password())
        .load()
        .migrate();
  }

  private static PGSimpleDataSource source(String url) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  /// A row of a file of practices.
  static String practice(String code, String name) {
    return practice(code, name, "A", "01642 672351");
  }

  static String practice(String code, String name, String status, String phone) {
    return """
    "%s","%s","Y63","QHM","1 HIGH STREET","","STOCKTON","","","TS18 1HU","19740401","","%s","B","16C","20200401","","%s","","","","0","","16C","","4",""
    """
        .formatted(code, name, status, phone);
  }

  /// Writes a file.
  ImportFile file(String name, String... lines) {
    try {
      return ImportFile.of(Files.writeString(folder.resolve(name), String.join("", lines)), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Imports practices of the given codes, to which websites can then belong.
  void takePractices(String... codes) {
    var rows =
        IntStream.range(0, codes.length).mapToObj(at -> practice(codes[at], "PRACTICE " + at));
    take(file("practices.csv", rows.toArray(String[]::new)));
  }

  /// Imports websites, each given as `CODE,website`.
  ImportTally takeWebsites(String name, String... rows) {
    return take(file(name, "ods_code,website\n", String.join("\n", rows), "\n"));
  }

  ImportTally take(ImportFile file) {
    return tally(imports.take(List.of(file), "Ann", this).getFirst());
  }

  ImportTally rehearse(ImportFile file) {
    return tally(imports.rehearse(List.of(file), "Ann", this).getFirst());
  }

  /// The sentence with which a file is refused as a whole.
  String refusal(ImportFile file) {
    return switch (imports.take(List.of(file), "Ann", this).getFirst()) {
      case ImportOutcome.Refused(_, var refusal) -> refusal.message();
      case ImportOutcome.Taken taken -> throw new AssertionError("taken: " + taken);
    };
  }

  private static ImportTally tally(ImportOutcome outcome) {
    return switch (outcome) {
      case ImportOutcome.Taken(_, var tally) -> tally;
      case ImportOutcome.Refused(_, var refusal) -> throw new AssertionError(refusal.message());
    };
  }

  @Override
  public void explained(RowExplanation explanation) {
    explanations.add(explanation);
  }

  @Override
  public void read(ImportFile file, long rows) {}

  /// What was explained, as `line field: message`.
  List<String> explained(Outcome outcome) {
    return explanations.stream()
        .filter(each -> each.outcome() == outcome)
        .map(each -> each.line() + " " + each.field() + ": " + each.message())
        .toList();
  }

  /// Every claim as `organisation target relation`, in order.
  List<String> claims() {
    return texts(
        """
        select concat_ws(' ', c.organisation, t.kind, t.name, c.relation)
        from claim c join target t on t.id = c.target_id order by t.name, t.kind, c.organisation
        """);
  }

  /// Every target as `kind name`, in order.
  List<String> targets() {
    return texts("select kind || ' ' || name from target order by kind, name");
  }

  /// How many rows each table has that an import can write to.
  List<String> sizes() {
    return texts(
        """
        select concat_ws(' ', (select count(*) from organisation), (select count(*) from target),
          (select count(*) from claim), (select count(*) from history), (select count(*) from import))
        """);
  }

  List<String> texts(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void run(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }
}
