package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.web.SeededEstate.SHARED;
import static uk.nhs.estate.web.SeededEstate.ago;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.store.Candidates;
import uk.nhs.estate.store.Candidates.Named;

class CandidatesPageTest {
  private static final int MANY = 120;

  @BeforeAll
  static void seed() {
    var site = SHARED.site("www.came-across.test", "came-across.test");
    SHARED
        .service()
        .bean(Candidates.class)
        .see(
            site.id(),
            ago(Duration.ofDays(2)),
            Stream.concat(
                    IntStream.range(0, MANY)
                        .mapToObj(
                            number ->
                                new Named(
                                    "n%03d.came-across.test".formatted(number),
                                    "came-across.test",
                                    false)),
                    Stream.of(new Named("www.came-across.nhs.uk", "came-across.nhs.uk", true)))
                .toList());
  }

  @Test
  void theFirstPageOfTheEstateLeadsThere() {
    var link = SHARED.page("/").select("a[href=/candidates]");
    assertThat(link.text()).isEqualTo("Names we came across");
    assertThat(SHARED.page("/candidates").select("h1").text()).isEqualTo("Names we came across");
  }

  @Test
  void saysWhereEachWasSeenAndWhetherItsDomainIsOurs() {
    var rows = SHARED.page("/candidates?name=Came-Across.NHS").select("tbody tr");
    assertThat(rows).hasSize(1);
    assertThat(rows.text()).contains("www.came-across.nhs.uk", "not in the register");
    assertThat(rows.select("a").eachAttr("href")).containsExactly("/sites/www.came-across.test");
    var ours = SHARED.page("/candidates?name=n007.came-across").select("tbody tr");
    assertThat(ours.select("a").eachAttr("href"))
        .containsExactly("/domains/came-across.test", "/sites/www.came-across.test");
    assertThat(SHARED.page("/candidates?name=no-such-host").text())
        .contains("There are none like that.");
  }

  @Test
  void pagesShowEachOnce() {
    var found = new ArrayList<String>();
    for (var next = "/candidates?name=.came-across.test"; !next.isEmpty(); ) {
      var page = SHARED.page(next);
      found.addAll(page.select("tbody th bdi").eachText());
      next = page.select("a[rel=next]").attr("href");
    }
    assertThat(found).hasSize(MANY).isSorted().doesNotHaveDuplicates();
  }
}
