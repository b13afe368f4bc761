package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.store.TestRegister.practice;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.store.RowExplanation.Outcome;

class ImportedOrganisationsTest {
  @TempDir Path folder;
  private TestRegister register;

  @BeforeEach
  void openRegister() {
    register = new TestRegister(folder);
  }

  @Test
  void addsOrganisationsWithAllTheirValues() {
    var tally = register.take(register.file("practices.csv", practice("A81001", "THE SURGERY")));
    assertThat(tally.added()).isEqualTo(1);
    assertThat(tally.newEntries()).containsEntry("organisation", 1L);
    assertThat(
            register.texts(
                """
                select concat_ws('|', code, name, type, status, opened, closed, postcode, phone,
                  parents -> 0 ->> 'code', parents -> 0 ->> 'kind', parents -> 0 ->> 'from')
                from organisation
                """))
        .containsExactly(
            "A81001|THE SURGERY|GP_PRACTICE|ACTIVE|1974-04-01|TS18 1HU|01642 672351"
                + "|16C|COMMISSIONER|2020-04-01");
  }

  @Test
  void findsPracticesByTheirCommissioner() {
    register.takePractices("A81001", "A81002");
    assertThat(
            register.texts(
                """
                select code from organisation
                where parents @> jsonb_build_array(jsonb_build_object('code', '16C')) order by code
                """))
        .containsExactly("A81001", "A81002");
  }

  @Test
  void keepsTextWordForWordThatCopyWouldReadOtherwise() {
    var name = "O\\NEILL \\N & “ÉLAN” 🏥";
    register.take(register.file("practices.csv", practice("A81001", name)));
    assertThat(register.texts("select name from organisation")).containsExactly(name);
  }

  @Test
  void changesNothingWhenImportedAgain() {
    var file = register.file("practices.csv", practice("A81001", "ONE"), practice("A81002", "TWO"));
    register.take(file);
    var history = register.texts("select id from history");
    var again = register.take(file);
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.added() + again.changed() + again.refused()).isZero();
    assertThat(register.texts("select id from history")).isEqualTo(history);
    assertThat(register.explanations).isEmpty();
  }

  @Test
  void explainsEveryValueThatItChanges() {
    register.takePractices("A81001", "A81002");
    var tally =
        register.take(
            register.file(
                "practices.csv",
                practice("A81001", "PRACTICE 0"),
                practice("A81002", "NEW NAME", "C", "")));
    assertThat(tally.changed()).isEqualTo(1);
    assertThat(tally.unchanged()).isEqualTo(1);
    assertThat(register.explained(Outcome.CHANGED))
        .containsExactly(
            "2 name: A81002: “PRACTICE 1” → “NEW NAME”",
            "2 status: A81002: “ACTIVE” → “CLOSED”",
            "2 phone: A81002: “01642 672351” → nothing");
    assertThat(
            register.texts(
                "select concat_ws(' ', actor, before ->> 'name', after ->> 'name') from history"
                    + " where before is not null"))
        .containsExactly("Ann PRACTICE 1 NEW NAME");
  }

  @Test
  void explainsAnotherParentInWords() {
    register.takePractices("A81001");
    register.take(
        register.file(
            "practices.csv",
            practice("A81001", "PRACTICE 0").replace("\"20200401\"", "\"20260401\"")));
    assertThat(register.explained(Outcome.CHANGED))
        .containsExactly(
            "1 parents: A81001:"
                + " “COMMISSIONER 16C from 2020-04-01, INTEGRATED_CARE_BOARD QHM, REGION Y63” →"
                + " “COMMISSIONER 16C from 2026-04-01, INTEGRATED_CARE_BOARD QHM, REGION Y63”");
  }

  @Test
  void leavesInPlaceWhatAFileNoLongerLists() {
    register.takePractices("A81001", "A81002", "A81003");
    var tally = register.take(register.file("practices.csv", practice("A81002", "PRACTICE 1")));
    assertThat(tally.absent()).isEqualTo(2);
    assertThat(register.texts("select code from organisation")).hasSize(3);
  }

  @Test
  void takesTheFirstOfTwoRowsThatContradictEachOther() {
    var tally =
        register.take(
            register.file("practices.csv", practice("A81001", "ONE"), practice("A81001", "TWO")));
    assertThat(tally.refused()).isEqualTo(1);
    assertThat(tally.reasons()).containsEntry("contradiction", 1L);
    assertThat(register.explained(Outcome.REFUSED))
        .containsExactly(
            "2 code: Line 1 has “A81001” already, with other values: the first row counts.");
    assertThat(register.texts("select name from organisation")).containsExactly("ONE");
  }

  @Test
  void takesARowThatStandsTwiceOnce() {
    var row = practice("A81001", "ONE");
    var tally = register.take(register.file("practices.csv", row, row));
    assertThat(tally.refused()).isZero();
    assertThat(tally.added()).isEqualTo(1);
    assertThat(tally.unchanged()).isEqualTo(1);
    assertThat(register.explained(Outcome.NOTED))
        .containsExactly("2 code: says the same as line 1");
  }

  @Test
  void takesTheGoodRowsAndExplainsTheOthers() {
    var tally =
        register.take(
            register.file(
                "practices.csv", practice("A81001", "ONE"), practice("A8-1", "TWO"), "A81003\n"));
    assertThat(tally.rows()).isEqualTo(3);
    assertThat(tally.added()).isEqualTo(1);
    assertThat(tally.refused()).isEqualTo(2);
    assertThat(tally.reasons()).containsEntry("bad-code", 1L).containsEntry("column-count", 1L);
  }
}
