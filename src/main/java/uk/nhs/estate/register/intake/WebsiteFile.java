package uk.nhs.estate.register.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.PublicSuffixes.Section;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;

/// Reads lists of websites, hosts or domains: CSV whose header row names the columns.
///
/// A row's name is taken from its website, else its host, else its domain: the first of them that
/// is not blank, since a host is often derived from a website, and not always well. Other columns
/// are left alone. Where there is a column of ODS codes, each row must have one.
public final class WebsiteFile {

  private static final Set<String> CODES = Set.of("ods_code", "odscode", "organisation_code");
  private static final Set<String> NAMES = Set.of("name", "organisation", "organisation_name");
  private static final Set<String> WEBSITES = Set.of("website", "web_address", "url");
  private static final Set<String> HOSTS = Set.of("host", "hostname");
  private static final Set<String> DOMAINS = Set.of("domain", "domain_name");
  private static final Set<String> WILDCARDS = Set.of("wildcard");

  /// Reserved for tests and examples (RFC 2606 §2), so in no list of real endings.
  private static final Set<String> FOR_TRIALS = Set.of("test", "example");

  private static final int NONE = -1;

  private final List<String> header;
  private final int code;
  private final int name;
  private final List<Integer> places;
  private final int domain;
  private final int wildcard;
  private final PublicSuffixes suffixes;

  private WebsiteFile(List<String> header, PublicSuffixes suffixes) {
    this.header = header;
    this.suffixes = suffixes;
    code = column(header, CODES);
    name = column(header, NAMES);
    domain = column(header, DOMAINS);
    wildcard = column(header, WILDCARDS);
    places =
        Stream.of(column(header, WEBSITES), column(header, HOSTS), domain)
            .filter(column -> column != NONE)
            .toList();
  }

  /// Reads a list row by row, as the rows are asked for.
  ///
  /// Taking a row throws a [Refusal] if the file as a whole is not what it should be.
  ///
  /// @param in the file; it stays open
  public static Stream<Row<Listing>> read(InputStream in, long maxBytes, PublicSuffixes suffixes) {
    var rows = new CsvRows(in, maxBytes);
    var first = rows.hasNext() ? rows.next().getFields() : List.<String>of();
    var header = first.stream().map(RowCells::normalise).toList();
    if (!hasPlace(header)) {
      throw FileKind.isNot("a list whose first row does not name its columns");
    }
    return rows.rows(header.size(), new WebsiteFile(header, suffixes)::entry);
  }

  /// True if a row names columns of which one can hold a website.
  static boolean isHeader(List<String> row) {
    return hasPlace(row.stream().map(RowCells::normalise).toList());
  }

  private static boolean hasPlace(List<String> row) {
    return column(row, WEBSITES) != NONE
        || column(row, HOSTS) != NONE
        || column(row, DOMAINS) != NONE;
  }

  /// True if a row holds a website rather than the name of a column.
  static boolean looksLikeData(List<String> row) {
    return row.stream()
        .anyMatch(
            cell -> {
              try {
                return !HostText.parse("", cell).hosts().isEmpty();
              } catch (Refusal _) {
                return false;
              }
            });
  }

  private static int column(List<String> header, Set<String> names) {
    int found = NONE;
    for (int at = 0; at < header.size(); at++) {
      // A year after a name says how old the column is: website_2019.
      String called = header.get(at).replaceFirst("_(?:19|20)[0-9]{2}$", "");
      if (names.contains(called)) {
        if (found != NONE) {
          throw new Refusal(
              header.get(at),
              "Two columns say the same, %s and %s: leave one out."
                  .formatted(header.get(found), header.get(at)));
        }
        found = at;
      }
    }
    return found;
  }

  private Row.Entry<Listing> entry(CsvRecord record) {
    var cells = new RowCells(record, header);
    var organisation = code == NONE ? null : cells.code(code);
    var called = name == NONE ? null : cells.unlessUnreadable(name, Organisation::checkName);
    for (int column : places) {
      var found = HostText.parse(cells.name(column), cells.text(column));
      if (!found.hosts().isEmpty()) {
        cells.addAll(found.notes());
        var targets = new ArrayList<Target>();
        for (var host : found.hosts()) {
          targets.add(target(cells, column, host));
        }
        return cells.entry(new Listing(organisation, called, targets));
      }
    }
    cells.note(Note.Kind.NOTHING_GIVEN, places.getFirst(), "no website or domain is given");
    return cells.entry(new Listing(organisation, called, List.of()));
  }

  /// The registered name of a host that can exist.
  private DomainName registered(RowCells cells, int column, DomainName host) {
    var suffix = suffixes.suffix(host);
    if (suffix.section() == Section.UNLISTED && !FOR_TRIALS.contains(suffix.ascii())) {
      throw new RowRefusal(
          Reason.UNKNOWN_ENDING,
          cells.name(column),
          cells.text(column),
          "There is no top-level domain “%s”: has the name lost its ending?"
              .formatted(suffix.ascii()));
    }
    return suffixes
        .registrable(host)
        .orElseThrow(
            () ->
                new RowRefusal(
                    Reason.PUBLIC_SUFFIX,
                    cells.name(column),
                    cells.text(column),
                    host + " is a public suffix: others register names below it."));
  }

  private Target target(RowCells cells, int column, DomainName host) {
    var registered = registered(cells, column, host);
    if (wildcard != NONE && cells.text(wildcard).equals("1")) {
      cells.note(Note.Kind.WILDCARD, column, "stands for names below it: *." + host);
      return new Domain(registered);
    }
    if (column == domain && host.equals(registered)) {
      return new Domain(registered);
    }
    if (column == domain) {
      cells.note(
          Note.Kind.HOST_IN_DOMAIN_COLUMN,
          column,
          "%s is below %s, so it is taken for a site".formatted(host, registered));
    }
    return new Site(host, registered);
  }
}
