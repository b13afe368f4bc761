package uk.nhs.estate.register.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.PublicSuffixes.Section;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.Site;

class WebsiteFileTest {

  private static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();

  @Test
  void readsASampleOfEverythingThatSuchListsHold() throws IOException {
    try (var in =
        Objects.requireNonNull(WebsiteFileTest.class.getResourceAsStream("/intake/websites.csv"))) {
      var rows = WebsiteFile.read(in, 10_000, SUFFIXES).toList();
      assertThat(rows)
          .extracting(WebsiteFileTest::said)
          .containsExactly(
              "www.pretend-hillside.nhs.uk",
              "www.pretendsurgery.example [PATH_DROPPED]",
              " [NOTHING_GIVEN]",
              "refused: website EMAIL_ADDRESS",
              "www.pretend-hub.example [CASE_CHANGED, FINAL_DOT_DROPPED]",
              "pretend.suppliersites.example",
              "www.pretendnorth.example www.pretendsouth.example [SEVERAL_NAMES]",
              "www.pretendwest.example [SPACE_DROPPED]");
      assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }
  }

  @Test
  void findsTheRegisteredNameOfAHost() {
    assertThat(listing("ods_code,website\nZTA,https://a.b.trust.nhs.uk/\n"))
        .isEqualTo(
            new Listing(
                new OdsCode("ZTA"),
                null,
                List.of(
                    new Site(new DomainName("a.b.trust.nhs.uk"), new DomainName("trust.nhs.uk")))));
  }

  @Test
  void takesADomainColumnForDomainsAndAHostInItForASite() {
    assertThat(listing("ods_code,domain\nZTA,trust.nhs.uk\n").targets())
        .containsExactly(new Domain(new DomainName("trust.nhs.uk")));
    var host = rows("ods_code,domain\nZTA,www.trust.nhs.uk\n").getFirst();
    assertThat(said(host)).isEqualTo("www.trust.nhs.uk [HOST_IN_DOMAIN_COLUMN]");
  }

  @Test
  void takesAListWithoutCodes() {
    var listing = listing("Name,Domain\nPretend Trust,trust.nhs.uk\n");
    assertThat(listing.organisation()).isNull();
    assertThat(listing.name()).isEqualTo("Pretend Trust");
  }

  @Test
  void takesOnlyTheDomainOfAWildcard() {
    var rows = rows("host,wildcard,nation\nx.trust.nhs.uk,1,wales\nx.trust.nhs.uk,0,wales\n");
    assertThat(rows)
        .extracting(WebsiteFileTest::said)
        .containsExactly("trust.nhs.uk [WILDCARD]", "x.trust.nhs.uk");
  }

  @ParameterizedTest
  @CsvSource({
    "'', a.nhs.uk, ods_code MISSING_CODE",
    "Z/1, a.nhs.uk, ods_code BAD_CODE",
    "ZTA, nhs.uk, website PUBLIC_SUFFIX",
    "ZTA, https://nhs.uk/services, website PUBLIC_SUFFIX",
    "ZTA, a@b.nhs.uk, website EMAIL_ADDRESS",
    "ZTA, mailto:a@b.nhs.uk, website EMAIL_ADDRESS",
    "ZTA, http://192.0.2.1/, website NOT_A_NAME",
    "ZTA, ftp://a.nhs.uk/, website NOT_A_NAME",
    "ZTA, none, website NOT_A_NAME",
    "ZTA, www..a.nhs.uk, website NOT_A_NAME",
    "ZTA, see www.a.nhs.uk, website NOT_A_NAME",
    "ZTA, http://, website NOT_A_NAME",
    "ZTA, www.pretendsurgery, website UNKNOWN_ENDING",
    "ZTA, a\u202Eb.nhs.uk, website CONTROL_CHARACTER",
  })
  void refusesARowAndNamesTheFieldAndTheReason(String code, String website, String expected) {
    assertThat(said(rows("ods_code,website\n" + code + "," + website + "\n").getFirst()))
        .isEqualTo("refused: " + expected);
  }

  @Test
  void restoresWindowsCharactersThatWereReadAsControls() {
    var row = rows("ods_code,name,website\nZTA,St\u00A0Pretend\u0092s,a.nhs.uk\n").getFirst();
    assertThat(said(row)).isEqualTo("a.nhs.uk [CHARACTER_RESTORED]");
    assertThat(row.toString()).contains("St Pretend’s");
  }

  @Test
  void refusesAFileWithoutAHeaderOrWithTwoColumnsThatSayTheSame() {
    assertThatThrownBy(() -> rows("ZTA,www.a.nhs.uk\n"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("first row does not name its columns");
    assertThatThrownBy(() -> rows(""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("first row does not name its columns");
    assertThatThrownBy(() -> rows("ods_code,website,Website 2019\n"))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("website_2019"))
        .hasMessageContaining("Two columns say the same");
  }

  @Test
  void holdsADomainWhoseFrontItAloneHas() {
    assertThat(Listing.relation(1, Section.ICANN, true)).isEqualTo(Relation.HOLDER);
    assertThat(Listing.relation(1, Section.UNLISTED, true)).isEqualTo(Relation.HOLDER);
  }

  @Test
  void usesTheNameOfAnotherWhereThereAreMoreOrItHasOnlyAPart() {
    assertThat(Listing.relation(2, Section.ICANN, true)).isEqualTo(Relation.SUPPLIER_RUN);
    assertThat(Listing.relation(1, Section.PRIVATE, true)).isEqualTo(Relation.SUPPLIER_RUN);
    assertThat(Listing.relation(1, Section.ICANN, false)).isEqualTo(Relation.SUPPLIER_RUN);
  }

  private static Listing listing(String text) {
    return ((Row.Entry<Listing>) rows(text).getFirst()).value();
  }

  private static List<Row<Listing>> rows(String text) {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return WebsiteFile.read(in, 10_000, SUFFIXES).toList();
  }

  /// A row in few words: its targets and the kinds of its notes, or its refusal.
  private static String said(@Nullable Row<Listing> row) {
    return switch (Objects.requireNonNull(row)) {
      case Row.Refused<Listing> refused -> "refused: " + refused.field() + " " + refused.reason();
      case Row.Entry<Listing> entry -> {
        var targets =
            String.join(
                " ",
                entry.value().targets().stream().map(target -> target.name().ascii()).toList());
        var notes = entry.notes().stream().map(Note::kind).toList();
        yield notes.isEmpty() ? targets : targets + " " + notes;
      }
    };
  }
}
