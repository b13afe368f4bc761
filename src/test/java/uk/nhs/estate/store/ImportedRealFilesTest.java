package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.store.RowExplanation.Outcome;

/// Imports the files that the NHS publishes, where they lie beside the project; they are not part
/// of it.
class ImportedRealFilesTest {
  @TempDir Path folder;

  @Test
  void accountsForEveryRow() {
    var register = new TestRegister(folder);
    var tallies = take(register);

    var trusts = tallies.get(0);
    assertThat(trusts.rows()).isEqualTo(274).isEqualTo(trusts.added());
    var practices = tallies.get(1);
    assertThat(practices.rows()).isEqualTo(16_685).isEqualTo(practices.added());

    var trustSites = tallies.get(2);
    assertThat(trustSites.rows()).isEqualTo(274);
    assertThat(trustSites.notes()).containsEntry("nothing-given", 63L);
    assertThat(trustSites.added()).isEqualTo(211);
    assertThat(trustSites.refused()).isZero();

    // 1,393 are of branch surgeries, whose codes no file of practices lists.
    var practiceSites = tallies.get(3);
    assertThat(practiceSites.rows()).isEqualTo(8_883);
    assertThat(practiceSites.notes()).containsEntry("nothing-given", 2_115L);
    assertThat(practiceSites.reasons())
        .containsOnlyKeys("email-address", "not-a-name", "unknown-ending", "unknown-organisation")
        .containsEntry("email-address", 15L)
        .containsEntry("not-a-name", 3L)
        .containsEntry("unknown-ending", 2L)
        .containsEntry("unknown-organisation", 1_393L);
    assertThat(practiceSites.unchanged()).isEqualTo(2_115);
    assertThat(practiceSites.added() + practiceSites.refused()).isEqualTo(6_768);
    assertThat(practiceSites.newEntries()).containsEntry("claim", 5_356L);
    // Trusts keep their domains although two practices have their pages there.
    assertThat(practiceSites.changedEntries()).containsEntry("claim", 0L);

    var hosts = tallies.get(4);
    assertThat(hosts.rows()).isEqualTo(7_131);
    assertThat(hosts.reasons()).containsOnlyKeys("not-a-name").containsEntry("not-a-name", 2L);
    assertThat(hosts.added() + hosts.unchanged()).isEqualTo(7_129);

    assertThat(register.explained(Outcome.REFUSED)).hasSize(20 + 1_393 + 2);
    assertThat(register.explained(Outcome.REFUSED))
        .allMatch(each -> each.matches("\\d+ \\w+: .+[.?]"));
  }

  @Test
  void changesNothingTheSecondTime() {
    var register = new TestRegister(folder);
    take(register);
    var before = register.texts("select count(*) || ' ' || max(id) from history");
    var again = take(register);
    assertThat(again).allMatch(tally -> tally.added() == 0 && tally.changed() == 0);
    assertThat(register.texts("select count(*) || ' ' || max(id) from history")).isEqualTo(before);
  }

  private static List<ImportTally> take(TestRegister register) {
    return files().map(register::take).toList();
  }

  private static Stream<ImportFile> files() {
    var found =
        Stream.of("../shared/data", "../../shared/data")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst();
    assumeThat(found).as("the public files are not here").isPresent();
    return Stream.of(
            "ods/etr.csv",
            "ods/epraccur.csv",
            "domains/trust-websites.csv",
            "domains/gp-websites.csv",
            "domains/nhs-hosts.csv")
        .map(name -> ImportFile.of(found.get().resolve(name), null));
  }
}
