package uk.nhs.estate.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Crawl;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.LinkedHosts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.Identity;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.practice.PracticeSite;
import uk.nhs.estate.practice.PracticeWeb;
import uk.nhs.estate.practice.Reply;
import uk.nhs.estate.practice.Routes;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.DomainName;

/// Crawls a site on loopback.
class HttpCrawlTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String HOST = "www.walk.test";
  private static final Identity IDENTITY =
      PracticeCa.create(NOW).issue(CertificateOrder.of(NOW, HOST));
  private static final Routes PAGES =
      Routes.everything(Reply.text(404, "not here"))
          .with("/", page("/news", "/private", "/privacy", "https://shop.walk.test/"))
          .with("/news", page("/news/1", "https://clinic.walk.test/"))
          .with("/news/1", page("/news/2"))
          .with("/private", page())
          .with("/privacy", page());
  private static final Reply RULES = Reply.text(200, "User-agent: lab\nDisallow: /private\n");

  private static PracticeWeb web;

  @BeforeAll
  static void start() throws IOException {
    web = PracticeWeb.start();
  }

  @AfterAll
  static void stop() throws IOException {
    web.close();
  }

  @Test
  void walksAsFarAsTheSettingsAndRobotsTxtLetIt() throws IOException {
    var facts = look(PAGES.with("/robots.txt", RULES));
    var crawl = crawl(facts);
    assertThat(paths(crawl)).containsExactly("/privacy", "/news", "/news/1");
    assertThat(crawl.pages()).allSatisfy(visit -> assertThat(HttpFacts.markup(visit)).isPresent());
    assertThat(crawl.ended()).isNull();
    assertThat(LinkedHosts.of(facts))
        .extracting(DomainName::ascii)
        .containsExactly("clinic.walk.test", "shop.walk.test");
  }

  @Test
  void readsRulesBehindFiveRedirectsAndNoMore() throws IOException {
    var five = PAGES.with("/robots.txt", Reply.redirect(301, "/1"));
    for (int number = 1; number < 5; number++) {
      five = five.with("/" + number, Reply.redirect(302, "/" + (number + 1)));
    }
    assertThat(paths(crawl(look(five.with("/5", RULES))))).doesNotContain("/private");
    var six = five.with("/5", Reply.redirect(302, "/6")).with("/6", RULES);
    assertThat(paths(crawl(look(six)))).contains("/private");
  }

  @Test
  void allIsAllowedWithoutRulesAndNothingWhileTheyCannotBeRead() throws IOException {
    assertThat(paths(crawl(look(PAGES)))).contains("/private");
    var failing = crawl(look(PAGES.with("/robots.txt", Reply.text(500, "no"))));
    assertThat(failing.pages()).isEmpty();
    assertThat(failing.ended())
        .isEqualTo(new Obstacle(Obstacle.Kind.SERVER_FAILED, "robots.txt: HTTP status 500"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://www.walk.test/a", "https://other.test/a", "/private"})
  void doesNotFollowARedirectToWhereItMayNotGo(String location) throws IOException {
    var routes =
        PAGES
            .with("/robots.txt", RULES)
            .with("/", page("/moved"))
            .with("/moved", Reply.redirect(301, location));
    assertThat(crawl(look(routes)).pages()).isEmpty();
  }

  @Test
  void doesNotWalkAtAGlanceOrWhenTheSettingsWantNone() throws IOException {
    open(PAGES);
    var none = settings(new ScannerSettings.Web(1 << 20, 0, 2, Duration.ZERO));
    try (var dialler = new Dialler(none)) {
      assertThat(seen(probe(none, dialler).look(HOST, addresses(), List.of())).crawl()).isNull();
    }
    var some = settings(new ScannerSettings.Web(1 << 20, 5, 2, Duration.ZERO));
    try (var dialler = new Dialler(some)) {
      assertThat(seen(probe(some, dialler).glance(HOST, addresses(), List.of())).crawl()).isNull();
    }
  }

  private static Reply page(String... links) {
    var html = new StringBuilder("<!doctype html><title>A page</title>");
    for (var link : links) {
      html.append("<a href=\"").append(link).append("\">there</a>");
    }
    return Reply.html(200, html.toString());
  }

  private static List<String> paths(Crawl crawl) {
    return crawl.pages().stream()
        .map(Visit::url)
        .map(url -> url.substring(("https://" + HOST).length()))
        .toList();
  }

  private static Crawl crawl(HttpFacts facts) {
    return Objects.requireNonNull(facts.crawl());
  }

  private static HttpFacts look(Routes routes) throws IOException {
    open(routes);
    var settings = settings(new ScannerSettings.Web(1 << 20, 5, 2, Duration.ZERO));
    try (var dialler = new Dialler(settings)) {
      return seen(probe(settings, dialler).look(HOST, addresses(), List.of()));
    }
  }

  private static void open(Routes routes) throws IOException {
    web.replace(
        new PracticeSite(
            HOST, new Door.Http(routes), new Door.Https(Door.Tls.of(IDENTITY), routes)));
  }

  private static ScannerSettings settings(ScannerSettings.Web wanted) {
    return Lab.settings(
            new InetSocketAddress(LoneServer.home(), 53), web.httpPort(), web.httpsPort())
        .with(wanted);
  }

  private static HttpProbe probe(ScannerSettings settings, Dialler dialler) {
    return new HttpProbe(settings, dialler, HttpCrawlTest::nowhere, InstantSource.fixed(NOW));
  }

  private static Addresses addresses() {
    return new Addresses.Known(List.of(web.addressOf(HOST)), true);
  }

  private static AddressFacts nowhere(String host) {
    var absent = new Lookup.Absent(Lookup.Absence.NODATA, List.of());
    return new AddressFacts(NOW, new Lookup(host, "A", absent), new Lookup(host, "AAAA", absent));
  }

  private static HttpFacts seen(Sighting sighting) {
    assertThat(sighting).isInstanceOf(Sighting.Seen.class);
    return (HttpFacts) ((Sighting.Seen) sighting).facts();
  }
}
