package uk.nhs.estate.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.TestService;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.sample.Visits;
import uk.nhs.estate.store.CandidateRow;
import uk.nhs.estate.store.Candidates;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.TargetRow;

/// What a look found of hosts that the register does not know, as it is kept.
class SettledCandidatesTest {
  private static final TestService SERVICE = TestService.shared();
  private static final Instant DAY_0 = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void hostsUnderOurDomainsAndUnderOurSuffixesAreKeptAndNoOthers() {
    site("www.one-kept.test", "one-kept.test");
    look(
        0,
        "www.two-kept.test",
        "https://shop.one-kept.test/",
        "https://one-kept.test/",
        "https://www.kept-elsewhere.nhs.uk/a",
        "https://www.kept-stranger.example/",
        "https://nhs.uk/",
        "https://192.0.2.1/",
        "mailto:kept@lost.one-kept.test");
    assertThat(hosts("kept")).containsExactly("shop.one-kept.test", "www.kept-elsewhere.nhs.uk");
    var elsewhere = one("www.kept-elsewhere.nhs.uk");
    assertThat(elsewhere.domain()).isEqualTo("kept-elsewhere.nhs.uk");
    assertThat(elsewhere.domainIsOurs()).isFalse();
    assertThat(elsewhere.site()).isEqualTo("www.two-kept.test");
    assertThat(one("shop.one-kept.test").domainIsOurs()).isTrue();
  }

  @Test
  void whatTheRegisterKnowsIsNoCandidateAnyMore() {
    look(0, "www.known.test", "https://new.known.test/");
    assertThat(hosts("known")).containsExactly("new.known.test");
    site("new.known.test", "known.test");
    assertThat(hosts("known")).isEmpty();
    assertThat(SERVICE.bean(Candidates.class).count(1_000_000))
        .isEqualTo(SERVICE.bean(Candidates.class).page(null, "", 1_000_000).size());
  }

  @Test
  void oneKeepsWhenItWasFirstAndLastSeen() {
    look(0, "www.again.test", "https://new.again.test/");
    look(1, "other.again.test", "https://new.again.test/");
    look(3, "www.again.test");
    assertThat(one("new.again.test").firstSeenAt()).isEqualTo(DAY_0);
    assertThat(one("new.again.test").lastSeenAt()).isEqualTo(DAY_0.plus(Duration.ofDays(1)));
    assertThat(one("new.again.test").site()).isEqualTo("other.again.test");
  }

  @Test
  void oneSeenAtManySitesIsNotWrittenForEach() {
    var first = DAY_0.plus(Duration.ofHours(1));
    look(DAY_0, "a.many.test", "https://new.many.test/");
    look(first, "b.many.test", "https://new.many.test/");
    assertThat(one("new.many.test").site()).isEqualTo("a.many.test");
    look(DAY_0.plus(Duration.ofHours(13)), "b.many.test", "https://new.many.test/");
    assertThat(one("new.many.test").site()).isEqualTo("b.many.test");
  }

  @Test
  void thereIsAnEndOfWhatOneLookBrings() {
    look(
        0,
        "www.farm.test",
        IntStream.range(0, 1_000)
            .mapToObj(number -> "https://n" + number + ".farm.test/")
            .toArray(String[]::new));
    assertThat(hosts("farm")).hasSize(Candidates.MOST_OF_A_LOOK);
  }

  private static List<String> hosts(String part) {
    return SERVICE.bean(Candidates.class).page(part, "", 1_000).stream()
        .map(CandidateRow::host)
        .toList();
  }

  private static CandidateRow one(String host) {
    var rows = SERVICE.bean(Candidates.class).page(host, "", 2);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static TargetRow site(String host, String domain) {
    return SERVICE
        .bean(Register.class)
        .enter(new Site(new DomainName(host), new DomainName(domain)), "a test");
  }

  private static void look(int day, String host, String... links) {
    look(DAY_0.plus(Duration.ofDays(day)), host, links);
  }

  private static void look(Instant at, String host, String... links) {
    var target = site(host, host.substring(host.indexOf('.') + 1));
    var page =
        List.of(links).stream()
            .map("<a href=\"%s\">there</a>"::formatted)
            .collect(Collectors.joining("\n"));
    var secure = "https://" + host + "/";
    Visit visit = Visits.answered(page, Visits.hop(secure, 200, "Content-Type: text/html"));
    var http =
        new HttpFacts(
            at,
            host,
            Visits.nobodyListens("http://" + host + "/"),
            visit,
            Visits.nobodyListens(secure + ".well-known/security.txt"));
    var scan = SERVICE.bean(Scans.class).begin(UUID.randomUUID(), target.id(), "a test", at);
    var policy = SERVICE.bean(Rules.class).policy();
    var assessment =
        new Assessor(SERVICE.bean(Rules.class).checks(policy))
            .assess(
                new Observation(target.target(), at, List.of(new Sighting.Seen(Topic.HTTP, http))));
    assertThat(SERVICE.bean(Settlement.class).settle(target, scan, assessment, policy)).isPresent();
  }
}
