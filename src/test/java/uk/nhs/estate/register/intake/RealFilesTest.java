package uk.nhs.estate.register.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.PublicSuffixes;

/// Reads the files that the NHS publishes, where they lie beside the project; they are not part of
/// it.
class RealFilesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final long MOST = 200_000_000;

  @Test
  void reads274Trusts() throws IOException {
    var rows = organisations("ods/etr.csv", FileKind.ODS_TRUSTS);
    assertThat(rows).hasSize(274).hasOnlyElementsOfType(Row.Entry.class);
    assertThat(values(rows)).extracting(Organisation::type).containsOnly(OrganisationType.TRUST);
    assertThat(count(rows, OrganisationStatus.ACTIVE)).isEqualTo(202);
    assertThat(count(rows, OrganisationStatus.CLOSED)).isEqualTo(72);
    assertThat(notes(rows)).isEmpty();
  }

  /// Of 16,685 rows, 8,655 are GP practices; the others prescribe, but are not.
  @Test
  void reads16685PracticesAndOtherPrescribers() throws IOException {
    var rows = organisations("ods/epraccur.csv", FileKind.ODS_PRACTICES);
    assertThat(rows).hasSize(16_685).hasOnlyElementsOfType(Row.Entry.class);
    var organisations = values(rows);
    assertThat(organisations.stream().filter(o -> o.type() == OrganisationType.GP_PRACTICE))
        .hasSize(8_655);
    assertThat(
            organisations.stream()
                .filter(o -> o.type() == OrganisationType.PRESCRIBING_COST_CENTRE))
        .hasSize(8_030);
    assertThat(count(rows, OrganisationStatus.ACTIVE)).isEqualTo(12_440);
    assertThat(count(rows, OrganisationStatus.CLOSED)).isEqualTo(4_024);
    assertThat(count(rows, OrganisationStatus.DORMANT)).isEqualTo(218);
    assertThat(count(rows, OrganisationStatus.PROPOSED)).isEqualTo(3);
    assertThat(organisations.stream().map(Organisation::code).map(OdsCode::text).distinct())
        .hasSize(16_685);
    assertThat(notes(rows)).isEmpty();
  }

  /// 63 of 274 trusts have no website.
  @Test
  void reads211SitesOfTrusts() throws IOException {
    var rows = listings("domains/trust-websites.csv");
    assertThat(rows).hasSize(274).hasOnlyElementsOfType(Row.Entry.class);
    assertThat(values(rows).stream().filter(listing -> listing.targets().size() == 1)).hasSize(211);
    assertThat(notes(rows)).hasSize(63).allMatch(note -> note.kind() == Note.Kind.NOTHING_GIVEN);
  }

  /// Of 8,883 rows, 2,115 give no website. Of the 6,768 that do, 20 are refused (15 are e-mail
  /// addresses, 2 lost their ending, and one each is an IP address, a remark and a name with two
  /// dots in a row); one of the others names two hosts.
  @Test
  void reads6768HostsOfPractices() throws IOException {
    var rows = listings("domains/gp-websites.csv");
    assertThat(rows).hasSize(8_883);
    var listings = values(rows);
    assertThat(listings.stream().filter(listing -> listing.targets().isEmpty())).hasSize(2_115);
    assertThat(refused(rows, Reason.EMAIL_ADDRESS)).isEqualTo(15);
    assertThat(refused(rows, Reason.NOT_A_NAME)).isEqualTo(3);
    assertThat(refused(rows, Reason.UNKNOWN_ENDING)).isEqualTo(2);
    assertThat(rows.size() - 2_115).isEqualTo(6_768);
    assertThat(listings.stream().filter(listing -> listing.targets().size() == 1)).hasSize(6_747);
    assertThat(listings.stream().filter(listing -> listing.targets().size() == 2)).hasSize(1);
  }

  /// Two names with an underscore are no names of hosts.
  @Test
  void reads7129NamesSeenInCertificateLogs() throws IOException {
    var rows = listings("domains/nhs-hosts.csv");
    assertThat(rows).hasSize(7_131);
    assertThat(refused(rows, Reason.NOT_A_NAME)).isEqualTo(2);
    assertThat(values(rows)).hasSize(7_129).allMatch(listing -> listing.organisation() == null);
    assertThat(notes(rows)).hasSize(288).allMatch(note -> note.kind() == Note.Kind.WILDCARD);
  }

  private static List<Row<Organisation>> organisations(String file, FileKind kind)
      throws IOException {
    try (var in = open(file)) {
      assertThat(FileKind.recognise(in)).isEqualTo(kind);
      return OdsFile.read(in, kind, MOST, DAY).toList();
    }
  }

  private static List<Row<Listing>> listings(String file) throws IOException {
    try (var in = open(file)) {
      assertThat(FileKind.recognise(in)).isEqualTo(FileKind.WEBSITES);
      return WebsiteFile.read(in, MOST, PublicSuffixes.bundled()).toList();
    }
  }

  private static <T> List<T> values(List<Row<T>> rows) {
    return rows.stream()
        .flatMap(row -> row instanceof Row.Entry<T>(_, var value, _) ? Stream.of(value) : null)
        .toList();
  }

  private static <T> List<Note> notes(List<Row<T>> rows) {
    return rows.stream()
        .flatMap(row -> row instanceof Row.Entry<T>(_, _, var notes) ? notes.stream() : null)
        .toList();
  }

  private static long count(List<Row<Organisation>> rows, OrganisationStatus status) {
    return values(rows).stream().filter(organisation -> organisation.status() == status).count();
  }

  private static <T> long refused(List<Row<T>> rows, Reason reason) {
    return rows.stream()
        .filter(row -> row instanceof Row.Refused<T> refused && refused.reason() == reason)
        .count();
  }

  private static BufferedInputStream open(String file) throws IOException {
    var found =
        Stream.of("../shared/data", "../../shared/data")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst();
    assumeThat(found).as("the public files are not here").isPresent();
    return new BufferedInputStream(Files.newInputStream(found.get().resolve(file)));
  }
}
