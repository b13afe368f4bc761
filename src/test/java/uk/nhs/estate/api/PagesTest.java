package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final String LIST = "/api/v1/organisations?nameContains=paged";

  @BeforeAll
  static void seed() {
    IntStream.range(0, 7).forEach(i -> SeededEstate.organisation("ZP" + i, "Paged Trust"));
  }

  @Test
  void pagesFollowEachOtherWithoutGapsOrRepeats() {
    for (int limit = 1; limit <= 8; limit++) {
      assertThat(Api.texts(Api.all(LIST + "&limit=" + limit), "code"))
          .containsExactly("ZP0", "ZP1", "ZP2", "ZP3", "ZP4", "ZP5", "ZP6");
    }
  }

  @Test
  void aFullLastPageHasNoNext() {
    assertThat(Api.get(LIST + "&limit=6").path("next").isNull()).isFalse();
    assertThat(Api.get(LIST + "&limit=7").path("next").isNull()).isTrue();
  }

  @Test
  void theLinkHeaderLeadsToTheNextPageWithTheSameFilters() {
    var codes = new ArrayList<String>();
    var path = LIST + "&type=TRUST&limit=3";
    for (int pages = 1; !path.isEmpty(); pages++) {
      assertThat(pages).isLessThan(5);
      codes.addAll(Api.texts(Api.get(path).path("items"), "code"));
      path =
          Api.header(Api.SERVICE.get(path), "Link")
              .replaceFirst("^<(/api/v1/[^<>]*)>; rel=\"next\"$", "$1");
    }
    assertThat(codes).containsExactly("ZP0", "ZP1", "ZP2", "ZP3", "ZP4", "ZP5", "ZP6");
  }

  @Test
  void whatIsEnteredMeanwhileMovesNothing() {
    var first = Api.get(LIST + "&limit=3");
    SeededEstate.organisation("ZP00", "Paged Trust (new, before the cursor)");
    try {
      var second = Api.get(LIST + "&limit=3&cursor=" + first.path("next").asText());
      assertThat(Api.texts(second.path("items"), "code")).containsExactly("ZP3", "ZP4", "ZP5");
    } finally {
      SeededEstate.organisation("ZP00", "Not shown with the others");
    }
  }

  @Test
  void aPageHasFiftyItemsUnlessToldOtherwise() {
    Api.SERVICE.sql(
        """
        insert into organisation (code, name, type, status)
        select 'ZQ' || i, 'Many', 'TRUST', 'ACTIVE' from generate_series(1000, 1250) i
        """);
    assertThat(Api.get("/api/v1/organisations").path("items")).hasSize(50);
    assertThat(Api.get("/api/v1/organisations?limit=200").path("items")).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "99999999999", "ten", "1.5", "", "%00", "1e1"})
  void aLimitThatIsNoneIsRefused(String limit) {
    var problem = Api.problem(400, LIST + "&limit=" + limit);
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("limit");
  }

  @Test
  void aCursorThatIsNotOursIsRefused() {
    var findings = cursor("findings -1 0");
    for (var cursor :
        List.of(
            "",
            "x",
            "%00",
            "%20",
            "é".repeat(2),
            "A".repeat(3000),
            findings,
            cursor("organisations"),
            cursor("organisations "),
            cursor("organisations \0"),
            cursor("organisations zp0"),
            cursor("organisations ZP0 ZP1"))) {
      assertThat(refused("organisations", cursor)).isEqualTo("cursor");
    }
    assertThat(refused("scans", cursor("scans 2026-11-24T09:00:00Z"))).isEqualTo("cursor");
    assertThat(refused("scans", cursor("scans +999999999-12-31T23:59:59Z 0-0-0-0-0")))
        .isEqualTo("cursor");
    assertThat(refused("scans", cursor("scans 2026-11-24T09:00:00Z x"))).isEqualTo("cursor");
    assertThat(refused("findings", cursor("findings 1"))).isEqualTo("cursor");
    assertThat(refused("findings", cursor("findings 1 99999999999999999999"))).isEqualTo("cursor");
    assertThat(refused("observations", cursor("observations 1.5"))).isEqualTo("cursor");
    assertThat(refused("domains", cursor("SITE www.alpha.test"))).isEqualTo("cursor");
    assertThat(refused("checks", cursor("checks X"))).isEqualTo("cursor");
  }

  private static String refused(String list, String cursor) {
    return Api.problem(400, "/api/v1/" + list + "?cursor=" + cursor.replace("é", "%C3%A9"))
        .at("/errors/0/field")
        .asText();
  }

  private static String cursor(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
