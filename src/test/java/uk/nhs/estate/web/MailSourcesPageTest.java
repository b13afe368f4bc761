package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.web.SeededEstate.SHARED;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.sample.DmarcSample;
import uk.nhs.estate.store.DmarcImports;

class MailSourcesPageTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Test
  void isReachedFromTheDomain() {
    SHARED.domain("linked.test");
    var link = SHARED.page("/domains/linked.test").selectFirst("a[href$=mail-sources]");
    assertThat(Objects.requireNonNull(link).text()).isEqualTo("Who sends as linked.test");
    assertThat(SHARED.page(link.attr("href")).title()).startsWith("Who sends as linked.test");
    SHARED.site("www.linked.test", "linked.test");
    assertThat(SHARED.page("/sites/www.linked.test").select("a[href$=mail-sources]")).isEmpty();
  }

  @Test
  void saysThatThereAreNotEnoughReports() {
    SHARED.domain("unreported.test");
    var page = SHARED.page("/domains/unreported.test/mail-sources");
    assertThat(page.text())
        .contains(
            "Too early to tell",
            "There are not enough reports to tell: none are about the last 30 days.",
            "no report about these days has been imported");
    assertThat(page.select("table")).isEmpty();
  }

  @Test
  void showsSourcesDaysAndTheJudgement() {
    SHARED.domain("reported.test");
    for (int ago = 0; ago < 15; ago++) {
      var report = DmarcSample.about("reported.test", TODAY.minusDays(ago));
      keep(report.passing("192.0.2.25", 90).failing("203.0.113.9", 3, "bad.example"));
      keep(report.by("other.example").failing("192.0.2.25", 10));
    }
    var page = SHARED.page("/domains/reported.test/mail-sources");
    assertThat(page.text())
        .contains(
            "Real mail fails Moving to quarantine or reject would hit real mail: 150 of 1,500"
                + " messages (10%) failed from 1 source that is its own, or may be. 45 messages"
                + " from 1 source that nothing ties to it failed, too: most likely forged.");
    assertThat(rows(page, 0))
        .containsExactly(
            "192.0.2.25 The domain's own reported.test 1,500 1,350 1,350 1,350 0 0 2",
            "203.0.113.9 Unknown bad.example 45 0 0 0 0 0 1");
    assertThat(rows(page, 1))
        .hasSize(15)
        .first()
        .asString()
        .contains(" 103 90 90 90 0 0 2 reports");
    for (var row : page.select("tbody tr")) {
      var columns = Objects.requireNonNull(row.closest("table")).select("thead th[scope=col]");
      assertThat(row.select("th[scope=row], td")).hasSameSizeAs(columns);
    }
    assertThat(page.select("table caption")).hasSameSizeAs(page.select("table"));
  }

  @Test
  void whatReportersWriteIsShownAndNeverRun() {
    SHARED.domain("hostile.test");
    keep(
        DmarcSample.about("hostile.test", TODAY)
            .by("&lt;script&gt;alert(1)&lt;/script&gt;")
            .failing("192.0.2.1", 1, "&lt;script&gt;alert(1)&lt;/script&gt;.example"));
    var page = SHARED.page("/domains/hostile.test/mail-sources");
    assertThat(page.select("script")).isEmpty();
    assertThat(rows(page, 0)).containsExactly("192.0.2.1 Unknown 1 0 0 0 0 0 1");
  }

  @Test
  void oneAddressIsThePageOfADomainAndThereIsNoneForWhatIsNotRegistered() {
    SHARED.domain("addressed.test");
    var elsewhere = SHARED.service().get("/domains/ADDRESSED.test./mail-sources");
    assertThat(elsewhere.statusCode()).isEqualTo(303);
    assertThat(elsewhere.headers().firstValue("Location"))
        .contains("/domains/addressed.test/mail-sources");
    assertThat(SHARED.service().get("/domains/nobody.test/mail-sources").statusCode())
        .isEqualTo(404);
  }

  private static List<String> rows(Document page, int table) {
    var rows = page.select("table").get(table).select("tbody tr");
    rows.select("[aria-hidden]").remove();
    return rows.eachText();
  }

  private static void keep(DmarcSample report) {
    SHARED
        .service()
        .bean(DmarcImports.class)
        .take(new ByteArrayInputStream(report.bytes()), "a test");
  }
}
