package uk.nhs.estate.register.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.Organisation.Parent;
import uk.nhs.estate.register.Organisation.ParentKind;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.Refusal;

class OdsFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final long MOST = 1_000_000;

  @Test
  void readsTrustsAndTellsByTheirDatesWhetherTheyAreOpen() throws IOException {
    var trusts = entries(sample("etr.csv"), FileKind.ODS_TRUSTS);
    assertThat(trusts).extracting(Organisation::type).containsOnly(OrganisationType.TRUST);
    assertThat(trusts)
        .extracting(Organisation::status)
        .containsExactly(
            OrganisationStatus.ACTIVE,
            OrganisationStatus.ACTIVE,
            OrganisationStatus.CLOSED,
            OrganisationStatus.ACTIVE,
            OrganisationStatus.PROPOSED);
    assertThat(trusts.getFirst())
        .isEqualTo(
            new Organisation(
                new OdsCode("ZTA"),
                "PRETEND HILLSIDE NHS FOUNDATION TRUST",
                OrganisationType.TRUST,
                OrganisationStatus.ACTIVE,
                LocalDate.of(2005, 4, 1),
                null,
                List.of(
                    new Parent(new OdsCode("QWO"), ParentKind.INTEGRATED_CARE_BOARD, null, null),
                    new Parent(new OdsCode("Y63"), ParentKind.REGION, null, null)),
                "LS1 1AA",
                "0113 496 0000"));
  }

  @Test
  void aTrustIsClosedFromTheDayAfterItsLastOne() throws IOException {
    String line = trust(11, "20261124");
    assertThat(entries(line, FileKind.ODS_TRUSTS).getFirst().status())
        .isEqualTo(OrganisationStatus.ACTIVE);
    line = trust(11, "20261123");
    assertThat(entries(line, FileKind.ODS_TRUSTS).getFirst().status())
        .isEqualTo(OrganisationStatus.CLOSED);
  }

  @Test
  void readsPracticesWithTheirCommissionersAndTellsThemFromOtherPrescribers() throws IOException {
    var practices = entries(sample("epraccur.csv"), FileKind.ODS_PRACTICES);
    assertThat(practices)
        .extracting(Organisation::type)
        .containsExactly(
            OrganisationType.GP_PRACTICE,
            OrganisationType.GP_PRACTICE,
            OrganisationType.PRESCRIBING_COST_CENTRE,
            OrganisationType.PRESCRIBING_COST_CENTRE,
            OrganisationType.GP_PRACTICE);
    assertThat(practices)
        .extracting(Organisation::status)
        .containsExactly(
            OrganisationStatus.ACTIVE,
            OrganisationStatus.CLOSED,
            OrganisationStatus.DORMANT,
            OrganisationStatus.PROPOSED,
            OrganisationStatus.ACTIVE);
    assertThat(practices.get(1).parents())
        .contains(
            new Parent(
                new OdsCode("00K"),
                ParentKind.COMMISSIONER,
                LocalDate.of(2013, 4, 1),
                LocalDate.of(2017, 10, 31)));
    assertThat(practices.get(2).parent(ParentKind.COMMISSIONER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, '', code, MISSING_CODE, has no code",
    "0, Z-1, code, BAD_CODE, is no ODS code",
    "1, '', name, BAD_NAME, is no name",
    "10, 20260431, opened, BAD_DATE, is no date",
    "10, 2026-04-01, opened, BAD_DATE, is no date",
    "11, 20000101, closed, BAD_DATE, closed before it opened",
    "12, X, status, BAD_STATUS, is no status",
    "15, 1, joined_parent, BAD_DATE, is no date",
    "16, 20000101, left_parent, BAD_DATE, left its parent before",
    "25, gp, prescribing_setting, BAD_SETTING, is no prescribing setting",
  })
  void refusesARowAndNamesTheFieldAndTheReason(
      int column, String value, String field, Reason reason, String words) {
    var refused = (Row.Refused<Organisation>) only(practice(column, value));
    assertThat(refused.line()).isEqualTo(1);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 'A-B', region",
    "3, '?', integrated_care_board",
    "9, NOWHERE, postcode",
    "14, '?', parent",
    "17, none, phone"
  })
  void leavesOutALesserValueThatCannotBeReadAndSaysSo(int column, String value, String field) {
    var entry = (Row.Entry<Organisation>) only(practice(column, value));
    assertThat(entry.notes())
        .extracting(Note::kind, Note::field)
        .containsExactly(tuple(Note.Kind.VALUE_DROPPED, field));
  }

  @Test
  void readsACodeInLowerCaseAndSaysSo() {
    var entry = (Row.Entry<Organisation>) only(practice(0, "z81001"));
    assertThat(entry.value().code()).isEqualTo(new OdsCode("Z81001"));
    assertThat(entry.notes())
        .extracting(Note::kind, Note::field)
        .containsExactly(tuple(Note.Kind.CASE_CHANGED, "code"));
  }

  @Test
  void goesOnAfterARefusedRowAndCountsLinesAsAnEditorDoes() {
    String rows =
        practice(0, "?")
            + "\n"
            + practice(1, "A\nB")
            + practice(1, "A\u0000B")
            + "\r\n"
            + practice(0, "Z81009")
            + "a,b,c\n"
            + practice(0, "Z81008");
    var read = rows(rows, FileKind.ODS_PRACTICES);
    assertThat(read).extracting(Row::line).containsExactly(1L, 3L, 5L, 7L, 8L, 9L);
    assertThat(read)
        .extracting(row -> row instanceof Row.Refused<?> refused ? refused.reason() : null)
        .containsExactly(
            Reason.BAD_CODE,
            Reason.CONTROL_CHARACTER,
            Reason.CONTROL_CHARACTER,
            null,
            Reason.COLUMN_COUNT,
            null);
    assertThat(read.toString()).doesNotContain("\u0000");
  }

  @Test
  void refusesAFileThatEndsInTheMiddleOfARow() {
    String whole = practice(0, "Z81001") + practice(0, "Z81002");
    assertThat(rows(whole, FileKind.ODS_PRACTICES)).hasSize(2);
    assertThat(rows(whole.strip(), FileKind.ODS_PRACTICES)).hasSize(2);
    assertThatThrownBy(() -> rows(whole.substring(0, whole.length() - 20), FileKind.ODS_PRACTICES))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The file ends in the middle of line 2");
    assertThatThrownBy(() -> rows(whole.substring(0, whole.length() - 2), FileKind.ODS_PRACTICES))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The quotation mark on line 2 is never closed");
  }

  private static String trust(int column, String value) {
    return with(column, value, "ZTA", "PRETEND NHS TRUST", "20050401", "", "", "");
  }

  private static String practice(int column, String value) {
    return with(column, value, "Z81001", "THE PRETEND SURGERY", "20050401", "A", "16C", "4");
  }

  private static String with(
      int column,
      String value,
      String code,
      String name,
      String opened,
      String status,
      String parent,
      String setting) {
    var cells = new String[OdsFile.COLUMNS];
    Arrays.fill(cells, "");
    cells[0] = code;
    cells[1] = name;
    cells[10] = opened;
    cells[12] = status;
    cells[14] = parent;
    cells[15] = parent.isEmpty() ? "" : "20200401";
    cells[25] = setting;
    cells[column] = value;
    return Arrays.stream(cells).map(cell -> '"' + cell + '"').collect(Collectors.joining(","))
        + "\n";
  }

  private static Row<Organisation> only(String practice) {
    var rows = rows(practice, FileKind.ODS_PRACTICES);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static List<Row<Organisation>> rows(String text, FileKind kind) {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return OdsFile.read(in, kind, MOST, TODAY).toList();
  }

  private static List<Organisation> entries(String text, FileKind kind) throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    assertThat(FileKind.recognise(in)).isEqualTo(kind);
    var rows = OdsFile.read(in, kind, MOST, TODAY).toList();
    assertThat(rows).hasOnlyElementsOfType(Row.Entry.class);
    return rows.stream().map(row -> ((Row.Entry<Organisation>) row).value()).toList();
  }

  private static String sample(String name) throws IOException {
    try (var in =
        Objects.requireNonNull(OdsFileTest.class.getResourceAsStream("/intake/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
