package uk.nhs.estate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.sample.DmarcSample;
import uk.nhs.estate.store.TestDatabase;

class ImportDmarcCommandTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final DmarcSample SOUND =
      DmarcSample.about("trust.nhs.uk", DAY).passing("192.0.2.25", 1_200).failing("192.0.2.1", 3);

  @TempDir Path folder;
  private String database;

  record Ran(int status, String out, String err) {}

  @BeforeEach
  void prepare() throws SQLException {
    database = TestDatabase.fresh();
    assertThat(execute("migrate").status()).isZero();
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement()) {
      statement.execute("insert into target (kind, name) values ('DOMAIN', 'trust.nhs.uk')");
    }
  }

  @Test
  void keepsEveryReportOfAFolderAndBelow() throws Exception {
    write("one.xml.gz", SOUND.gzip());
    write("2026/november/two", DmarcSample.zip(SOUND.id("2").bytes(), SOUND.id("3").bytes()));
    write("2026/again.xml", SOUND.bytes());
    var ran = run(folder);
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains(
            "3 files: 3 reports kept (6 rows, 3,609 messages), 1 kept before, 0 files refused");
    assertThat(ran.err()).isEmpty();
    assertThat(count("dmarc_row")).isEqualTo(6);
  }

  @Test
  void aFileThatIsRefusedDoesNotStopTheOthers() throws Exception {
    write("a.xml", "<feedback>\u001b[31m</feedback>".getBytes(UTF_8));
    write("b.xml.gz", Arrays.copyOf(SOUND.gzip(), 50));
    write("c.xml", DmarcSample.about("unknown.example", DAY).bytes());
    write("d.zip", DmarcSample.zip(DmarcSample.about("unknown.example", DAY).bytes()));
    write("e.xml", SOUND.bytes());
    var ran = run(folder, folder.resolve("missing"));
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.out())
        .containsSubsequence(
            "a.xml: refused. Line 1, XML: it is not well-formed",
            "b.xml.gz: refused. It ends too early: it was cut off.",
            "c.xml: refused. The register holds neither unknown.example nor a domain above it",
            "d.zip: refused. The register holds neither unknown.example",
            "missing: refused. There is no such file or folder.",
            "Domains that the register does not hold, with the number of files:",
            "  unknown.example: 2",
            "6 files: 1 reports kept (2 rows, 1,203 messages), 0 kept before, 5 files refused")
        .doesNotContain("\u001b");
    assertThat(count("dmarc_report")).isEqualTo(1);
  }

  @Test
  void aReportThatComesAgainWithOtherContentIsNamed() throws Exception {
    write("a.xml", SOUND.bytes());
    write("b.xml", SOUND.passing("192.0.2.2", 1).bytes());
    var ran = run(folder);
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("b.xml: the report", "was kept before with other content");
  }

  @Test
  void tellsProgramsEverything() throws Exception {
    write("a.xml", SOUND.bytes());
    write("b.xml", SOUND.bytes());
    write("c.xml", DmarcSample.about("unknown.example", DAY).bytes());
    var told = new ObjectMapper().readTree(run("--json", folder).out());
    assertThat(told.path("stored").asInt()).isEqualTo(1);
    assertThat(told.path("duplicates").asInt()).isEqualTo(1);
    assertThat(told.path("refused").asInt()).isEqualTo(1);
    assertThat(told.path("unknownDomains").path("unknown.example").asInt()).isEqualTo(1);
    var files = told.path("files");
    assertThat(files).hasSize(3);
    assertThat(files.at("/0/reports/0/outcome").asText()).isEqualTo("STORED");
    assertThat(files.at("/1/reports/0/outcome").asText()).isEqualTo("DUPLICATE");
    assertThat(files.at("/2/field").asText()).isEqualTo("domain");
  }

  @Test
  void doesNotFollowLinksOutOfAFolder() throws Exception {
    var inside = Files.createDirectory(folder.resolve("inside"));
    write("outside.xml", SOUND.bytes());
    Files.createSymbolicLink(inside.resolve("link.xml"), folder.resolve("outside.xml"));
    Files.createSymbolicLink(inside.resolve("up"), folder);
    assertThat(run(inside).out()).contains("0 files: 0 reports kept");
  }

  private Ran run(Object... arguments) {
    return execute("import-dmarc", arguments);
  }

  private Ran execute(String command, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all =
        Stream.concat(
                Stream.of(command, "--database-url", database),
                Arrays.stream(arguments).map(Object::toString))
            .toArray(String[]::new);
    int status = EstateCommand.run(new PrintWriter(out), new PrintWriter(err), all);
    return new Ran(status, out.toString(), err.toString());
  }

  private void write(String name, byte[] content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private long count(String table) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
