package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.store.TestDatabase;

class ImportCommandTest {
  private static final String TRUST =
      """
      "%s","%s","Y63","QWO","","","","","","LS1 1AA","20050401","","","","","","","0113 496 0000","","","","1","","B","","",""
      """;

  @TempDir Path folder;
  private Path trusts;
  private Path websites;

  record Ran(int status, String out, String err) {}

  @BeforeEach
  void writeFiles() throws IOException {
    trusts =
        write(
            "trusts.csv",
            TRUST.formatted("ZTA", "PRETEND HILLSIDE NHS TRUST"),
            TRUST.formatted("ZTB", "PRETEND VALLEY NHS TRUST"));
    websites =
        write(
            "websites.csv",
            "ods_code,website\n",
            "ZTA,https://www.pretend-hillside.nhs.uk/home\n",
            "ZTB,=1+1\n",
            "ZT?,www.pretend.nhs.uk\n");
  }

  @Test
  void triesAndThenImportsFilesInTheOrderInWhichTheyBuildOnEachOther() throws Exception {
    var database = TestDatabase.fresh();
    var ran = run(database, websites, trusts);
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .containsSubsequence(
            "Dry run:",
            "trusts.csv, NHS trusts from ODS",
            "2 rows: 2 added, 0 changed, 0 unchanged, 0 refused",
            "new in the register: 2 organisations",
            "websites.csv, a list of websites",
            "3 rows: 1 added, 0 changed, 0 unchanged, 2 refused",
            "refused: 1 bad-code, 1 not-a-name",
            "line 3, refused, website: “=1+1”",
            "line 4, refused, ods_code: “ZT?”",
            "line 2, noted, website: left out the path “/home”",
            "Import:",
            "Imported.");
    assertThat(ran.err()).isEmpty();
    assertThat(count(database, "claim")).isEqualTo(1);
    assertThat(count(database, "import")).isEqualTo(2);
  }

  @Test
  void leavesItAtTheDryRunWhenTold() throws Exception {
    var database = TestDatabase.fresh();
    var ran = run(database, "--dry-run", trusts, websites);
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("2 rows: 2 added").doesNotContain("Import:");
    assertThat(count(database, "organisation")).isZero();
  }

  @Test
  void importsWithoutADryRunWhenTold() throws Exception {
    var database = TestDatabase.fresh();
    var ran = run(database, "--apply", trusts);
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("Import:").doesNotContain("Dry run");
    assertThat(count(database, "organisation")).isEqualTo(2);
  }

  @Test
  void importsNoFileWhenOneIsRefusedAsAWhole() throws Exception {
    var database = TestDatabase.fresh();
    var cut = write("cut.csv", "ods_code,website\n", "ZTA,www.a.nhs.uk\n", "\"ZTB");
    var ran = run(database, trusts, cut);
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.out())
        .contains("cut.csv: refused.")
        .contains("line 3 is never closed")
        .doesNotContain("Import:");
    assertThat(count(database, "organisation")).isZero();
  }

  @Test
  void printsEveryExplainedRowAsJson() throws Exception {
    var ran = run(TestDatabase.fresh(), "--json", trusts, websites);
    assertThat(ran.status()).isZero();
    var json = json(ran);
    assertThat(json.at("/imported").asBoolean()).isTrue();
    assertThat(json.at("/rows")).hasSize(3);
    assertThat(json.at("/rows/1/line").asInt()).isEqualTo(3);
    assertThat(json.at("/rows/1/outcome").asText()).isEqualTo("REFUSED");
    assertThat(json.at("/rows/1/reason").asText()).isEqualTo("not-a-name");
    assertThat(json.at("/files")).hasSize(2);
    assertThat(json.at("/files/1/file").asText()).isEqualTo("websites.csv");
    assertThat(json.at("/files/1/refused").asInt()).isEqualTo(2);
    assertThat(json.at("/files/1/sha256").asText()).hasSize(64);
  }

  @Test
  void writesAReportThatNoSpreadsheetTakesForFormulas() throws Exception {
    var report = folder.resolve("rows.csv");
    run(TestDatabase.fresh(), "--dry-run", "--report", report, trusts, websites);
    try (var csv = CsvReader.builder().ofCsvRecord(report)) {
      var rows = csv.stream().map(row -> row.getFields()).toList();
      assertThat(rows.getFirst())
          .containsExactly("file", "line", "outcome", "field", "reason", "message", "value");
      assertThat(rows).hasSize(4);
      assertThat(rows.get(2)).startsWith("websites.csv", "3", "refused", "website", "not-a-name");
      assertThat(rows.get(2).getLast()).isEqualTo("'=1+1");
    }
  }

  @Test
  void refusesAWrongFileBeforeItAsksForTheDatabase() throws IOException {
    var page = write("page.csv", "<!doctype html><title>Sign in</title>");
    var ran = run("jdbc:postgresql://127.0.0.1:1/none", trusts, page, folder.resolve("none.csv"));
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.out())
        .contains("page.csv: refused. The file is a web page")
        .contains("none.csv: refused. There is no such file.");
  }

  @Test
  void refusesAWrongFileInJsonToo() throws IOException {
    var page = write("page.csv", "<!doctype html><title>Sign in</title>");
    var ran = run("jdbc:postgresql://127.0.0.1:1/none", "--json", page);
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(json(ran).at("/imported").asBoolean(true)).isFalse();
    assertThat(json(ran).at("/files/0/refusal").asText()).contains("a web page");
  }

  @Test
  void saysInOneLineThatTheDatabaseIsNotThere() throws IOException {
    var ran = run("jdbc:postgresql://127.0.0.1:1/none", "--json", trusts);
    assertThat(ran.status()).isEqualTo(EstateCommand.NO_DATABASE);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(json(ran).at("/imported").asBoolean(true)).isFalse();
  }

  @Test
  void refusesToOverwriteAFileWithItsReport() throws IOException {
    var before = Files.readString(trusts);
    var ran = run("jdbc:postgresql://127.0.0.1:1/none", "--report", trusts, trusts);
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).contains("overwrite");
    assertThat(Files.readString(trusts)).isEqualTo(before);
  }

  @Test
  void refusesAKindThatWasNotMeant() {
    var ran = run("jdbc:postgresql://127.0.0.1:1/none", "--kind", "websites", trusts);
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.out()).contains("trusts.csv: refused. The file is NHS trusts from ODS");
  }

  @Test
  void takesADryRunAndNoneForAMistakeOfTheCommandLine() {
    assertThat(run("jdbc:none", "--dry-run", "--apply", trusts).status()).isEqualTo(2);
    assertThat(run("jdbc:none").status()).isEqualTo(2);
    assertThat(run("jdbc:none", "--kind", "pictures", trusts).err()).contains("WEBSITES");
  }

  private static Ran run(String database, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all =
        Stream.concat(
                Stream.of("import", "--database-url", database),
                Arrays.stream(arguments).map(Object::toString))
            .toArray(String[]::new);
    int status = EstateCommand.run(new PrintWriter(out), new PrintWriter(err), all);
    return new Ran(status, out.toString(), err.toString());
  }

  private static JsonNode json(Ran ran) throws IOException {
    return new ObjectMapper().readTree(ran.out());
  }

  private Path write(String name, String... text) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("", List.of(text)));
  }

  private static long count(String database, String table) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
