package uk.nhs.estate.register.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.Organisation.Parent;
import uk.nhs.estate.register.Organisation.ParentKind;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.Refusal;

/// Reads organisations from the files of the Organisation Data Service: 27 columns, no header.
///
/// The file of trusts (etr) gives neither status nor role: a trust is closed from the day after its
/// last one, proposed before its first, else active. In the file of practices (epraccur) the
/// prescribing setting tells GP practices (4, or role RO76) from the other bodies that prescribe,
/// such as clinics, prisons and out-of-hours services; these are prescribing cost centres.
public final class OdsFile {

  static final int COLUMNS = 27;
  static final int NAME = 1;
  static final int STATUS = 12;
  static final int SETTING = 25;

  private static final int CODE = 0;
  private static final int REGION = 2;
  private static final int INTEGRATED_CARE_BOARD = 3;
  private static final int POSTCODE = 9;
  private static final int OPENED = 10;
  private static final int CLOSED = 11;
  private static final int PARENT = 14;
  private static final int JOINED_PARENT = 15;
  private static final int LEFT_PARENT = 16;
  private static final int PHONE = 17;

  private static final List<String> NAMES =
      List.of(
          "code",
          "name",
          "region",
          "integrated_care_board",
          "address_1",
          "address_2",
          "address_3",
          "address_4",
          "address_5",
          "postcode",
          "opened",
          "closed",
          "status",
          "sub_type",
          "parent",
          "joined_parent",
          "left_parent",
          "phone",
          "column_19",
          "column_20",
          "column_21",
          "amended",
          "column_23",
          "column_24",
          "column_25",
          "prescribing_setting",
          "column_27");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern SETTING_NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern ROLES = Pattern.compile("RO[0-9]{1,4}(?:\\|RO[0-9]{1,4})*");
  private static final String GP_PRACTICE_SETTING = "4";

  private final FileKind kind;
  private final LocalDate asAt;

  private OdsFile(FileKind kind, LocalDate asAt) {
    this.kind = kind;
    this.asAt = asAt;
  }

  /// Reads a file row by row, as the rows are asked for.
  ///
  /// Taking a row throws a [Refusal] if the file as a whole is not what it should be.
  ///
  /// @param in the file; it stays open
  /// @param asAt the day for which to tell whether a trust is open
  public static Stream<Row<Organisation>> read(
      InputStream in, FileKind kind, long maxBytes, LocalDate asAt) {
    return new CsvRows(in, maxBytes).rows(COLUMNS, new OdsFile(kind, asAt)::entry);
  }

  /// Tells from the first row which of the files it is.
  static FileKind kind(List<String> row) {
    String setting = row.get(SETTING);
    boolean isData = row.get(OPENED).matches("[0-9]{8}");
    if (!isData) {
      throw FileKind.isNot(
          "one with a header row, which ODS files do not have: leave that row out");
    }
    if (setting.isEmpty() ? row.get(NAME).contains("TRUST") : setting.contains("RO197")) {
      return FileKind.ODS_TRUSTS;
    }
    if (!setting.isEmpty()) {
      return FileKind.ODS_PRACTICES;
    }
    throw FileKind.isNot("a file from ODS, but neither of trusts nor of practices");
  }

  private Row.Entry<Organisation> entry(CsvRecord record) {
    var cells = new RowCells(record, NAMES);
    var code = cells.code(CODE);
    var opened = date(cells, OPENED);
    var closed = date(cells, CLOSED);
    var status = status(cells, opened, closed);
    var type = type(cells);
    var parents = parents(cells);
    var postcode = cells.unlessUnreadable(POSTCODE, Organisation::checkPostcode);
    var phone = cells.unlessUnreadable(PHONE, Organisation::checkPhone);
    var name = cells.reading(NAME, Reason.BAD_NAME, Organisation::checkName);
    return cells.entry(
        cells.reading(
            CLOSED,
            Reason.BAD_DATE,
            _ ->
                new Organisation(
                    code, name, type, status, opened, closed, parents, postcode, phone)));
  }

  private OrganisationStatus status(
      RowCells cells, @Nullable LocalDate opened, @Nullable LocalDate closed) {
    String text = cells.text(STATUS);
    return switch (text) {
      case "A", "ACTIVE" -> OrganisationStatus.ACTIVE;
      case "C", "CLOSED", "INACTIVE" -> OrganisationStatus.CLOSED;
      case "D", "DORMANT" -> OrganisationStatus.DORMANT;
      case "P", "PROPOSED" -> OrganisationStatus.PROPOSED;
      case "" -> statusByDates(opened, closed);
      default ->
          throw new RowRefusal(
              Reason.BAD_STATUS,
              cells.name(STATUS),
              text,
              Refusal.quote(text)
                  + " is no status: A (active), C (closed), D (dormant), P (proposed) or nothing.");
    };
  }

  private OrganisationStatus statusByDates(@Nullable LocalDate opened, @Nullable LocalDate closed) {
    if (closed != null && closed.isBefore(asAt)) {
      return OrganisationStatus.CLOSED;
    }
    return opened != null && opened.isAfter(asAt)
        ? OrganisationStatus.PROPOSED
        : OrganisationStatus.ACTIVE;
  }

  private OrganisationType type(RowCells cells) {
    if (kind == FileKind.ODS_TRUSTS) {
      return OrganisationType.TRUST;
    }
    String setting = cells.text(SETTING);
    var roles = new ArrayList<String>(List.of("RO177"));
    if (ROLES.matcher(setting).matches()) {
      roles.addAll(List.of(setting.split("\\|")));
    } else if (setting.equals(GP_PRACTICE_SETTING)) {
      roles.add("RO76");
    } else if (!SETTING_NUMBER.matcher(setting).matches()) {
      throw new RowRefusal(
          Reason.BAD_SETTING,
          cells.name(SETTING),
          setting,
          Refusal.quote(setting) + " is no prescribing setting: a number, or role ids as RO76.");
    }
    return OrganisationType.ofRoles(roles);
  }

  private static List<Parent> parents(RowCells cells) {
    var parents = new ArrayList<Parent>(3);
    var commissioner = cells.unlessUnreadable(PARENT, OdsCode::parse);
    if (commissioner != null) {
      var joined = date(cells, JOINED_PARENT);
      var left = date(cells, LEFT_PARENT);
      parents.add(
          cells.reading(
              LEFT_PARENT,
              Reason.BAD_DATE,
              _ -> new Parent(commissioner, ParentKind.COMMISSIONER, joined, left)));
    }
    var board = cells.unlessUnreadable(INTEGRATED_CARE_BOARD, OdsCode::parse);
    if (board != null) {
      parents.add(new Parent(board, ParentKind.INTEGRATED_CARE_BOARD, null, null));
    }
    var region = cells.unlessUnreadable(REGION, OdsCode::parse);
    if (region != null) {
      parents.add(new Parent(region, ParentKind.REGION, null, null));
    }
    return parents;
  }

  private static @Nullable LocalDate date(RowCells cells, int column) {
    String text = cells.text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeParseException _) {
      throw new RowRefusal(
          Reason.BAD_DATE,
          cells.name(column),
          text,
          Refusal.quote(text) + " is no date: give year, month and day, as 20260401.");
    }
  }
}
