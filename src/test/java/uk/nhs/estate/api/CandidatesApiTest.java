package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.store.Candidates;

class CandidatesApiTest {
  private static final String LIST = "/api/v1/candidates";
  private static final Instant SEEN = Instant.parse("2026-11-24T09:00:00Z");

  @BeforeAll
  static void seed() {
    var site = SeededEstate.site("www.listing.test", "listing.test");
    Api.SERVICE
        .bean(Candidates.class)
        .see(
            site.id(),
            SEEN,
            IntStream.range(0, 7)
                .mapToObj(
                    number ->
                        new Candidates.Named("c" + number + ".listing.test", "listing.test", false))
                .toList());
  }

  @Test
  void showsWhereAHostWasSeen() {
    var shown = Api.all(LIST + "?nameContains=C3.listing").getFirst();
    assertThat(shown.path("host").asText()).isEqualTo("c3.listing.test");
    assertThat(shown.path("domain").asText()).isEqualTo("listing.test");
    assertThat(shown.path("domainIsRegistered").asBoolean()).isTrue();
    assertThat(shown.path("firstSeen").asText()).isEqualTo("2026-11-24T09:00:00Z");
    assertThat(shown.path("lastSeen").asText()).isEqualTo("2026-11-24T09:00:00Z");
    assertThat(shown.path("seenAt").asText()).isEqualTo("www.listing.test");
    assertThat(Api.get(shown.at("/links/seenAt").asText()).path("name").asText())
        .isEqualTo("www.listing.test");
  }

  @Test
  void pagesFollowEachOtherWithoutGapsOrRepeats() {
    var hosts = IntStream.range(0, 7).mapToObj(number -> "c" + number + ".listing.test").toList();
    for (int limit : List.of(1, 3, 7, 8)) {
      var path = LIST + "?nameContains=.listing.test&limit=" + limit;
      assertThat(Api.texts(Api.all(path), "host")).isEqualTo(hosts);
    }
  }

  @Test
  void refusesACursorThatIsNoneOfTheList() {
    var problem = Api.problem(400, LIST + "?cursor=eA");
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("cursor");
  }
}
