package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.TestService;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.store.Candidates;
import uk.nhs.estate.store.Candidates.Named;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.TestDatabase;

class CandidatesCommandTest {
  private static final Instant SEEN = Instant.parse("2026-11-24T09:00:00Z");

  private final String database = TestDatabase.fresh();

  @Test
  void printsThemForPeopleSpreadsheetsAndPrograms() {
    assertThat(run()).isEqualTo("No page led to a host that the register does not know.\n");
    try (var service = TestService.on(database, Map.of())) {
      var site =
          service
              .bean(Register.class)
              .enter(
                  new Site(new DomainName("www.trust.test"), new DomainName("trust.test")),
                  "a test");
      service
          .bean(Candidates.class)
          .see(
              site.id(),
              SEEN,
              List.of(
                  new Named("shop.trust.test", "trust.test", false),
                  new Named("www.lost.nhs.uk", "lost.nhs.uk", true)));
    }
    assertThat(run().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("shop\\.trust\\.test +last seen at www\\.trust\\.test, 2026-11-24T09:00:00Z");
    assertThat(run("--csv").lines())
        .containsExactly(
            "host,domain,first_seen,last_seen,seen_at",
            "shop.trust.test,trust.test,2026-11-24T09:00:00Z,2026-11-24T09:00:00Z,www.trust.test",
            "www.lost.nhs.uk,lost.nhs.uk,2026-11-24T09:00:00Z,2026-11-24T09:00:00Z,"
                + "www.trust.test");
    assertThat(run("--json").lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("\"host\":\"www.lost.nhs.uk\"", "\"domainIsOurs\":false");
  }

  private String run(String... arguments) {
    var out = new StringWriter();
    var all = new ArrayList<>(List.of("candidates", "--database-url", database));
    all.addAll(List.of(arguments));
    var printer = new PrintWriter(out, true);
    assertThat(EstateCommand.run(printer, printer, all.toArray(String[]::new))).isZero();
    return out.toString();
  }
}
