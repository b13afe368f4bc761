package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.store.TestRegister.practice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.intake.FileKind;

class ImportsTest {
  private static final String EMPTY = "0 0 0 0 0";

  @TempDir Path folder;
  private TestRegister register;

  @BeforeEach
  void openRegister() {
    register = new TestRegister(folder);
  }

  @Test
  void rehearsesWithoutWritingAnything() {
    var file = register.file("practices.csv", practice("A81001", "ONE"), practice("-", "TWO"));
    var rehearsed = register.rehearse(file);
    assertThat(register.sizes()).containsExactly(EMPTY);
    var explained = List.copyOf(register.explanations);
    register.explanations.clear();
    assertThat(register.take(file)).isEqualTo(rehearsed);
    assertThat(register.explanations).isEqualTo(explained);
    assertThat(register.sizes()).containsExactly("1 0 0 1 1");
  }

  @Test
  void letsALaterFileOfARehearsalSeeAnEarlierOne() {
    var files =
        List.of(
            register.file("practices.csv", practice("A81001", "ONE")),
            register.file("gp.csv", "ods_code,website\nA81001,www.one.co.uk\n"));
    assertThat(register.imports.rehearse(files, "Ann", register))
        .allMatch(
            outcome -> outcome instanceof ImportOutcome.Taken(_, var tally) && tally.added() == 1);
    assertThat(register.sizes()).containsExactly(EMPTY);
  }

  @Test
  void rehearsesEveryFileEvenIfOneIsRefused() {
    var cut = register.file("cut.csv", practice("A81001", "ONE"), "\"A81002\",\"TWO");
    var good = register.file("good.csv", practice("A81003", "THREE"));
    var outcomes = register.imports.rehearse(List.of(cut, good), "Ann", register);
    assertThat(outcomes.getFirst()).isInstanceOf(ImportOutcome.Refused.class);
    assertThat(outcomes.getLast()).isInstanceOf(ImportOutcome.Taken.class);
  }

  @Test
  void beginsNoFileAfterOneThatIsRefused() {
    var cut = register.file("cut.csv", practice("A81001", "ONE"), "\"A81002\",\"TWO");
    var good = register.file("good.csv", practice("A81003", "THREE"));
    assertThat(register.imports.take(List.of(cut, good), "Ann", register)).hasSize(1);
    assertThat(register.sizes()).containsExactly(EMPTY);
  }

  @Test
  void keepsWhichFileWasImportedByWhomWithWhatResult() throws Exception {
    var row = practice("A81001", "ONE");
    register.take(register.file("practices.csv", row, "x\n"));
    var sha256 =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest((row + "x\n").getBytes(StandardCharsets.UTF_8)));
    assertThat(
            register.texts(
                "select concat_ws(' ', actor, file, sha256, kind, rows, added, changed, unchanged,"
                    + " refused) from import"))
        .containsExactly("Ann practices.csv " + sha256 + " ODS_PRACTICES 2 1 0 0 1");
    assertThat(register.texts("select distinct actor from history")).containsExactly("Ann");
  }

  @Test
  void writesNothingOfHalfAFile() {
    var rows = manyPractices(3_000);
    var refusal =
        register.refusal(register.file("half.csv", rows.substring(0, rows.length() - 60)));
    assertThat(refusal).contains("line 3000").contains("cut off");
    assertThat(register.sizes()).containsExactly(EMPTY);
  }

  @Test
  void writesNothingOfAFileInAnotherEncoding() throws IOException {
    var rows = manyPractices(3_000) + practice("B81001", "CAFÉ");
    var path = Files.write(folder.resolve("latin.csv"), rows.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(register.refusal(ImportFile.of(path, null))).contains("Line 3001").contains("UTF-8");
    assertThat(register.sizes()).containsExactly(EMPTY);
  }

  @Test
  void refusesAFileOfWhichNoRowCanBeTaken() {
    var file = register.file("gp.csv", "ods_code,website\nA81001,one.co.uk\nA81002,two.co.uk\n");
    assertThat(register.refusal(file))
        .isEqualTo(
            "Not one of the 2 rows can be taken; why not, by the number of rows:"
                + " {unknown-organisation=2}.");
    assertThat(register.sizes()).containsExactly(EMPTY);
  }

  @Test
  void refusesAListWithNothingBelowItsHeader() {
    assertThat(register.refusal(register.file("gp.csv", "ods_code,website\n")))
        .isEqualTo("The file has no rows.");
  }

  @Test
  void refusesAFileThatHasChangedSinceTheRehearsal() {
    var file = register.file("practices.csv", practice("A81001", "ONE"));
    var sha256 = register.rehearse(file).sha256();
    register.file("practices.csv", practice("A81001", "TWO"));
    assertThat(register.refusal(file.holding(sha256))).contains("changed");
    assertThat(register.sizes()).containsExactly(EMPTY);
  }

  @Test
  void refusesTwoGigabytesAtOnce() throws IOException {
    var path = folder.resolve("large.csv");
    try (var large = new RandomAccessFile(path.toFile(), "rw")) {
      large.setLength(2L << 30);
    }
    assertThatThrownBy(() -> ImportFile.of(path, null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2,147,483,648 bytes");
  }

  @Test
  void refusesAFileOfAnotherKindThanWasSaid() {
    var path = register.file("practices.csv", practice("A81001", "ONE")).path();
    assertThatThrownBy(() -> ImportFile.of(path, FileKind.WEBSITES))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("The file is GP practices from ODS");
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThatThrownBy(() -> ImportFile.of(folder, null)).hasMessageContaining("no folder");
    assertThatThrownBy(() -> ImportFile.of(folder.resolve("none.csv"), null))
        .hasMessage("There is no such file.");
  }

  @Test
  void refusesASecondImportAtTheSameTime() {
    var second = new String[1];
    var file = register.file("practices.csv", practice("A81001", "ONE"), practice("-", "TWO"));
    register.imports.take(
        List.of(file),
        "Ann",
        watcher(
            () -> {
              try {
                register.take(file);
              } catch (Refusal refusal) {
                second[0] = refusal.message();
              }
            }));
    assertThat(second[0]).isEqualTo("Another import is running. Try again when it has ended.");
    assertThat(register.take(file).unchanged()).isEqualTo(1);
  }

  @Test
  void letsOthersReadAndWriteMeanwhile() {
    register.takePractices("A81001");
    var seen = new String[1];
    register.imports.take(
        List.of(register.file("p.csv", practice("A81001", "NEW"), practice("A81002", "TWO"))),
        "Ann",
        watcher(
            () -> {
              seen[0] = register.texts("select name from organisation").toString();
              register.run("insert into target (kind, name) values ('DOMAIN', 'other.nhs.uk')");
            }));
    assertThat(seen[0]).isEqualTo("[PRACTICE 0]");
    assertThat(register.targets()).containsExactly("DOMAIN other.nhs.uk");
    assertThat(register.texts("select name from organisation order by code"))
        .containsExactly("NEW", "TWO");
  }

  @Test
  void takesATargetThatSomebodyElseRegistersMeanwhile() {
    register.takePractices("A81001");
    register.imports.take(
        List.of(register.file("gp.csv", "ods_code,website\nA81001,www.one.co.uk/path\n")),
        "Ann",
        watcher(
            () -> register.run("insert into target (kind, name) values ('DOMAIN', 'one.co.uk')")));
    assertThat(register.targets()).containsExactly("DOMAIN one.co.uk", "SITE www.one.co.uk");
    assertThat(register.claims()).containsExactly("A81001 SITE www.one.co.uk HOLDER");
  }

  @Test
  void writesNothingWhenItBreaksInTheMiddle() throws SQLException {
    var file = register.file("practices.csv", practice("A81001", "ONE"), practice("-", "TWO"));
    assertThatThrownBy(
            () ->
                register.imports.take(
                    List.of(file),
                    "Ann",
                    watcher(
                        () -> {
                          throw new IllegalStateException("disk full");
                        })))
        .hasMessage("disk full");
    assertThat(register.sizes()).containsExactly(EMPTY);
    assertThat(register.take(file).added()).isEqualTo(1);
  }

  @Test
  void isAFailureOfTheDatabaseWhenTheConnectionBreaks() {
    var file = register.file("practices.csv", practice("A81001", "ONE"), practice("-", "TWO"));
    assertThatThrownBy(
            () ->
                register.imports.take(
                    List.of(file),
                    "Ann",
                    watcher(
                        () ->
                            register.run(
                                "select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where datname = current_database()"
                                    + " and pid <> pg_backend_pid()"))))
        .isInstanceOf(DatabaseFailure.class);
    assertThat(register.sizes()).containsExactly(EMPTY);
    assertThat(register.take(file).added()).isEqualTo(1);
  }

  private static String manyPractices(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> practice("A%05d".formatted(number), "PRACTICE " + number))
        .collect(Collectors.joining());
  }

  /// Does something at the first explanation.
  private static Imports.Watcher watcher(Runnable meanwhile) {
    return new Imports.Watcher() {
      private boolean done;

      @Override
      public void explained(RowExplanation explanation) {
        if (!done) {
          done = true;
          meanwhile.run();
        }
      }

      @Override
      public void read(ImportFile file, long rows) {}
    };
  }
}
