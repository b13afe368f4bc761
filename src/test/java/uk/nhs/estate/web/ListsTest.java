package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.web.SeededEstate.SHARED;
import static uk.nhs.estate.web.SeededEstate.ago;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListsTest {
  private static final int MANY = 120;

  @BeforeAll
  static void seed() {
    for (int number = 0; number < MANY; number++) {
      SHARED.organisation("LST%03d".formatted(number), "Listed body " + number);
      SHARED.domain("listed-%03d.test".formatted(number));
    }
    SHARED.lookAtDomain(SHARED.domain("listed-007.test"), ago(Duration.ofHours(1)));
    SHARED.claim("LST007", "listed-007.test");
    SHARED.site("www.listed-007.test", "listed-007.test");
    SHARED
        .service()
        .sql(
            """
            insert into finding (target_id, rule, subject, severity, status, evidence, opened_at,
              last_seen_at)
            select t.id, 'list.rule', 'subject ' || n,
              (array['URGENT', 'ADVISORY', 'INFORMATIONAL'])[1 + n % 3], 'OPEN', '', now(), now()
            from target t, generate_series(1, 120) n where t.name = 'listed-001.test'
            """);
  }

  @Test
  void pagesOfDomainsShowEachOnceAndTheWorstFirst() {
    var names = walk("/domains?name=listed-", "tbody th a");
    assertThat(names).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(names.getFirst()).isEqualTo("listed-007.test");
  }

  @Test
  void pagesOfOrganisationsShowEachOnceByCode() {
    var codes = walk("/organisations?name=listed+BODY", "tbody th a");
    assertThat(codes).hasSize(MANY).isSorted();
  }

  @Test
  void pagesOfFindingsShowEachOnceAndTheMostSevereFirst() {
    var severities = walk("/findings?name=listed-001.test", "tbody tr td:nth-child(2) strong");
    assertThat(severities).hasSize(120);
    assertThat(severities.subList(0, 40)).containsOnly("Urgent");
    assertThat(severities.subList(80, 120)).containsOnly("Informational");
    assertThat(walk("/findings?name=listed-001.test", "tbody th bdi")).doesNotHaveDuplicates();
  }

  @Test
  void aListCanBeNarrowed() {
    assertThat(walk("/domains?organisation=lst007", "tbody th a"))
        .containsExactly("listed-007.test");
    assertThat(walk("/sites?organisation=LST007", "tbody th a"))
        .containsExactly("www.listed-007.test");
    assertThat(walk("/domains?name=LISTED-00&look=never", "tbody th a"))
        .hasSize(9)
        .doesNotContain("listed-007.test");
    assertThat(walk("/findings?name=listed-001.test&severity=URGENT", "tbody th a")).hasSize(40);
    assertThat(walk("/findings?name=listed-001.test&status=RESOLVED", "tbody th a")).isEmpty();
    assertThat(SHARED.page("/findings?status=RESOLVED&name=listed-001.test").text())
        .contains("There are none like that.");
  }

  @Test
  void aFilterThatWasChosenStaysChosen() {
    var page = SHARED.page("/findings?severity=ADVISORY&name=listed-001.test");
    assertThat(page.select("#severity option[selected]").eachText()).containsExactly("Advisory");
    assertThat(page.select("#name").attr("value")).isEqualTo("listed-001.test");
    assertThat(page.select("nav.nhsuk-pagination a")).isEmpty();
  }

  @Test
  void theLastPageLeadsBackToTheFirst() {
    var page = SHARED.page("/organisations?after=ZZZZ");
    assertThat(page.select("nav.nhsuk-pagination a").eachText()).isEmpty();
    assertThat(
            SHARED.page("/organisations?name=listed&after=LST100").select("nav.nhsuk-pagination a"))
        .extracting(link -> link.text())
        .containsExactly("First page");
  }

  @Test
  void aSearchFindsByPartOfANameAndByCode() {
    var byName = SHARED.page("/search?q=Listed-11");
    assertThat(byName.select("tbody th a").eachText()).hasSize(10).contains("listed-117.test");
    var byCode = SHARED.page("/search?q=%20lst042%20");
    assertThat(byCode.select("tbody th a").eachText()).containsExactly("LST042");
    assertThat(SHARED.page("/search?q=no-such-thing").text()).contains("Nothing found");
  }

  @Test
  void anOrganisationShowsItsDomainsAndSitesAndHowTheyStand() {
    var page = SHARED.page("/organisations/lst007");
    assertThat(page.select("h1").text()).isEqualTo("NHS trust Listed body 7");
    assertThat(page.select("tbody th a").eachText())
        .containsExactly("listed-007.test", "www.listed-007.test");
    assertThat(page.text()).contains("Not yet looked at", "Entered into the register", "a test");
  }

  /// What a selector finds on a page of a list and on all that follow.
  private static List<String> walk(String path, String selector) {
    var found = new ArrayList<String>();
    for (var next = path; !next.isEmpty(); ) {
      var page = SHARED.page(next);
      found.addAll(page.select(selector).eachText());
      next = page.select("a[rel=next]").attr("href");
    }
    return found;
  }
}
