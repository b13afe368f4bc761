package uk.nhs.estate.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.probe.http.PretendSite.AT;
import static uk.nhs.estate.probe.http.PretendSite.paths;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Crawl;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.Visits;

class CrawlerTest {

  @Test
  void goesAsManyLinksAwayAsItMay() {
    var site =
        new PretendSite()
            .page("/", "/a", "b/", "//www.walk.test/c?d=e#f")
            .page("/a", "/a/2")
            .page("/b/", "2")
            .page("/c?d=e")
            .page("/a/2", "/a/3")
            .page("/b/2")
            .page("/a/3");
    assertThat(paths(site.crawl(20, 1))).containsExactly("/a", "/b/", "/c?d=e");
    assertThat(paths(site.crawl(20, 2))).containsExactly("/a", "/b/", "/c?d=e", "/a/2", "/b/2");
    assertThat(paths(site.crawl(20, 3))).endsWith("/a/3");
    assertThat(paths(site.crawl(20, 0))).isEmpty();
  }

  @Test
  void asksForNoMorePagesThanItMayAndSaysHowManyAreLeft() {
    var links = IntStream.range(0, 50).mapToObj(number -> "/" + number).toArray(String[]::new);
    var site = new PretendSite().page("/", links);
    IntStream.range(0, 40).forEach(number -> site.page("/" + number));
    var crawl = site.crawl(20, 2);
    assertThat(crawl.pages()).hasSize(20);
    assertThat(crawl.left()).isEqualTo(30);
    assertThat(crawl.ended()).isNull();
    assertThat(site.asked).hasSize(20);
  }

  @Test
  void visitsThePagesThatTheLawAsksForFirst() {
    var site =
        new PretendSite()
            .html(
                "/",
                """
                <a href="/a">News</a><a href="/about/policies/17">Privacy notice</a>
                <a href="/b">b</a><a href="/help/accessibility-statement">Help</a>
                <a href="/cookies/">C</a>
                """);
    List.of("/a", "/b", "/about/policies/17", "/help/accessibility-statement", "/cookies/")
        .forEach(site::page);
    assertThat(paths(site.crawl(4, 1)))
        .containsExactly("/cookies/", "/help/accessibility-statement", "/about/policies/17", "/a");
  }

  @Test
  void staysOnTheSiteAndOnHttps() {
    var site =
        new PretendSite()
            .page(
                "/",
                "http://www.walk.test/a",
                "https://walk.test/a",
                "https://other.test/a",
                "https://www.walk.test:8443/a",
                "\\\\other.test\\a",
                "mailto:a@walk.test",
                "javascript:alert(1)",
                "tel:111",
                "#top",
                "/",
                "https://www.walk.test/a")
            .page("/a");
    assertThat(paths(site.crawl(20, 2))).containsExactly("/a");
    assertThat(site.asked).containsExactly("/sitemap.xml", "/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/logout",
        "/account/log-out",
        "/Account/LogOff",
        "/user?action=signOut",
        "/sign_out?next=/",
        "/a/delete/4",
        "/a?op=remove&id=4",
        "/newsletter/unsubscribe",
        "/shop/?add-to-basket=3",
        "/leaflet.PDF",
        "/photo.jpeg?w=2",
        "/feed.xml"
      })
  void leavesAloneWhatDoesSomethingOrIsNoPage(String link) {
    var site = new PretendSite().page("/", link, "/blog/out", "/removals-and-log").page(link);
    site.crawl(20, 2);
    assertThat(site.pagesAsked()).containsExactly("/removals-and-log", "/blog/out");
  }

  @Test
  void leavesAloneWhatIsCalledADeed() {
    var site = new PretendSite().html("/", "<a href='/x'>Sign out</a><a href='/y'>Sign in</a>");
    site.crawl(20, 2);
    assertThat(site.asked).contains("/y").doesNotContain("/x");
  }

  @Test
  void doesNotFollowWhatItsAuthorDoesNotVouchFor() {
    var rel = new PretendSite().html("/", "<a rel='noopener NoFollow' href='/a'>a</a>");
    var meta = new PretendSite().html("/", "<meta name=ROBOTS content='x, NoFollow'><a href=/a>a");
    var none = new PretendSite().html("/", "<meta name=robots content=none><a href=/a>a");
    var header = new PretendSite().html("/", "<a href=/a>a", "X-Robots-Tag: noindex, nofollow");
    for (var site : List.of(rel, meta, none, header)) {
      site.crawl(20, 2);
      assertThat(site.asked).doesNotContain("/a");
    }
    var index = new PretendSite().html("/", "<meta name=robots content=noindex><a href=/a>a");
    index.crawl(20, 2);
    assertThat(index.asked).contains("/a");
  }

  @Test
  void asksForFewAddressesThatDifferInTheQueryAlone() {
    var links = IntStream.range(0, 40).mapToObj(day -> "/diary?day=" + day).toArray(String[]::new);
    var site = new PretendSite().page("/", links);
    IntStream.range(0, 40).forEach(day -> site.page("/diary?day=" + day));
    assertThat(paths(site.crawl(20, 2)))
        .containsExactly("/diary?day=0", "/diary?day=1", "/diary?day=2");
  }

  @Test
  void visitsEachPageOnceHoweverItIsReached() {
    var site =
        new PretendSite()
            .page("/", "/a", "/b", "/c", "/A/../a", "/out", "/home")
            .page("/a", "/a#x", "/b")
            .redirect("/b", "/a")
            .redirect("/c", "/d")
            .page("/d")
            .redirect("/out", "https://other.test/")
            .redirect("/home", "/");
    assertThat(paths(site.crawl(20, 2))).containsExactly("/a", "/c");
    assertThat(site.asked).doesNotHaveDuplicates().contains("/d", "/b", "/out");
  }

  @Test
  void keepsNothingButPages() {
    var site =
        new PretendSite()
            .page("/", "/gone", "/data", "/empty", "/a")
            .status("/gone", 410)
            .sitemap("/data", "<a/>")
            .page("/a");
    assertThat(paths(site.crawl(20, 2))).containsExactly("/a");
  }

  @Test
  void obeysRobotsTxt() {
    var site =
        new PretendSite()
            .robots("User-agent: NHS-web-estate\nDisallow: /p\nAllow: /p/a\nDisallow: /*?")
            .page("/", "/p", "/p/a", "/p/b", "/q?a=b", "/r")
            .redirect("/r", "/p/c");
    List.of("/p", "/p/a", "/p/b", "/p/c", "/q?a=b").forEach(site::page);
    assertThat(paths(site.crawl(20, 2))).containsExactly("/p/a");
    assertThat(site.pagesAsked()).containsExactly("/r", "/p/a");
  }

  @Test
  void saysSoWhenRobotsTxtKeepsItOut() {
    var site = new PretendSite().robots("User-agent: *\nDisallow: /").page("/", "/a").page("/a");
    var crawl = site.crawl(20, 2);
    assertThat(site.asked).isEmpty();
    assertThat(ended(crawl)).isEqualTo(Obstacle.Kind.BLOCKED);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void withoutRobotsTxtAllIsAllowed(int status) {
    var site = new PretendSite().page("/", "/a").page("/a").robots(robots(status));
    assertThat(paths(site.crawl(20, 2))).containsExactly("/a");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 599})
  void nothingIsAllowedWhileRobotsTxtCannotBeRead(int status) {
    var site = new PretendSite().page("/", "/a").page("/a").robots(robots(status));
    var crawl = site.crawl(20, 2);
    assertThat(site.asked).isEmpty();
    assertThat(ended(crawl)).isEqualTo(Obstacle.Kind.SERVER_FAILED);
  }

  @Test
  void nothingIsAllowedWhileRobotsTxtCannotBeReached() {
    for (var visit :
        List.of(
            PretendSite.obstructed(Obstacle.Kind.TIMED_OUT),
            Visits.nobodyListens(AT + "/robots.txt"))) {
      var site = new PretendSite().page("/", "/a").page("/a").robots(visit);
      assertThat(site.crawl(20, 2).ended()).isNotNull();
      assertThat(site.asked).isEmpty();
    }
  }

  @Test
  void aRobotsTxtBehindTooManyRedirectsIsNone() {
    var hop = Visits.hop(AT + "/robots.txt", 301, "Location: /robots.txt");
    var site = new PretendSite().page("/", "/a").page("/a").robots(Visits.endless(hop));
    assertThat(paths(site.crawl(20, 2))).containsExactly("/a");
  }

  @Test
  void pausesBeforeEachRequest() {
    var site = new PretendSite().page("/", "/a", "/b").page("/a").page("/b");
    site.crawl(20, 2, Duration.ofMillis(1_500));
    assertThat(site.pauses).hasSize(site.asked.size()).containsOnly(Duration.ofMillis(1_500));
  }

  @Test
  void pausesAsLongAsItsOwnerAsks() {
    var site =
        new PretendSite().page("/", "/a", "/b").robots("User-agent: *\nCrawl-delay: 7\nDisallow:");
    site.crawl(20, 2);
    assertThat(site.pauses).containsOnly(Duration.ofSeconds(7));
    site.pauses.clear();
    site.robots("User-agent: *\nCrawl-delay: 0\nDisallow:").crawl(20, 2);
    assertThat(site.pauses).containsOnly(Duration.ofSeconds(1));
  }

  @Test
  void endsWhenItsTimeIsUp() {
    var links = IntStream.range(0, 50).mapToObj(number -> "/" + number).toArray(String[]::new);
    var site = new PretendSite().page("/", links).slow(Duration.ofSeconds(9));
    IntStream.range(0, 50).forEach(number -> site.page("/" + number));
    var crawl = site.crawl(20, 2);
    assertThat(crawl.pages()).hasSize(6);
    assertThat(crawl.left()).isEqualTo(44);
    assertThat(ended(crawl)).isEqualTo(Obstacle.Kind.TIMED_OUT);
    site.robots("User-agent: *\nCrawl-delay: 3600\nDisallow:");
    assertThat(site.crawl(20, 2).pages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void leavesASiteInPeaceThatTurnsItAway(int status) {
    var site = new PretendSite().page("/", "/a", "/b", "/c").page("/a").page("/c");
    var crawl = site.status("/b", status).crawl(20, 2);
    assertThat(paths(crawl)).containsExactly("/a");
    assertThat(crawl.ended())
        .isEqualTo(new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + status));
    assertThat(crawl.left()).isEqualTo(1);
  }

  @Test
  void leavesASiteInPeaceThatFailsThreeTimesInARow() {
    var site =
        new PretendSite()
            .page("/", "/1", "/2", "/3", "/4", "/5", "/6", "/7")
            .status("/1", 500)
            .status("/2", 0)
            .page("/3")
            .status("/4", 0)
            .status("/5", 502)
            .redirect("/6", "/6/again")
            .redirect("/6/again", "/6/once-more")
            .status("/6/once-more", 500)
            .page("/7");
    var crawl = site.crawl(20, 1);
    assertThat(paths(crawl)).containsExactly("/3");
    assertThat(ended(crawl)).isEqualTo(Obstacle.Kind.SERVER_FAILED);
    assertThat(site.asked).doesNotContain("/7");
  }

  @Test
  void endsWithTheLook() {
    var site = new PretendSite().page("/", "/a", "/b").page("/a").page("/b").stopsAfter(2);
    var crawl = site.crawl(20, 2);
    assertThat(site.asked).hasSize(2);
    assertThat(ended(crawl)).isEqualTo(Obstacle.Kind.SCANNER_FAULT);
  }

  @Test
  void walksNowhereFromWhatIsNoPageOfTheSite() {
    var limits = new Crawler.Limits(20, 2, Duration.ZERO, Duration.ofMinutes(1), 1 << 20);
    for (var site :
        List.of(
            new PretendSite().status("/", 403),
            new PretendSite().status("/", 404),
            new PretendSite().redirect("/", "https://www.walk.test:8443/"),
            new PretendSite().status("/", 500))) {
      var crawler = new Crawler(limits, "NHS-web-estate/0.1", site, site);
      assertThat(crawler.from(site.facts()).map(crawl -> crawl.pages()).orElse(List.of()))
          .isEmpty();
    }
    var none = new Crawler.Limits(0, 2, Duration.ZERO, Duration.ofMinutes(1), 1 << 20);
    var site = new PretendSite().page("/", "/a");
    assertThat(new Crawler(none, "x", site, site).from(site.facts())).isEmpty();
  }

  @Test
  void findsPagesInSitemaps() throws IOException {
    var site =
        new PretendSite()
            .page("/", "/a")
            .robots(
                """
                Sitemap: https://www.walk.test/index.xml
                Sitemap: https://other.test/theirs.xml
                Sitemap: http://www.walk.test/plain.xml
                """)
            .sitemap("/index.xml", index("/one.xml.gz", "/index2.xml", AT + "/index.xml"))
            .sitemap("/one.xml.gz", gzip(urls("/s", "https://other.test/t", AT + "/privacy")))
            .sitemap("/index2.xml", index("/deep.xml"))
            .sitemap("/deep.xml", urls("/deep"));
    List.of("/a", "/s", "/t", "/privacy", "/deep").forEach(site::page);
    assertThat(paths(site.crawl(20, 2))).containsExactly("/privacy", "/a", "/s");
    assertThat(site.asked)
        .startsWith("/index.xml", "/one.xml.gz", "/index2.xml")
        .doesNotContain("/deep.xml", "/theirs.xml", "/plain.xml");
  }

  @Test
  void asksForTheUsualSitemapOnlyWhereLinksAreFew() {
    var site = new PretendSite().page("/").sitemap("/sitemap.xml", urls("/s")).page("/s");
    assertThat(paths(site.crawl(3, 2))).containsExactly("/s");
    site.page("/", "/a", "/b", "/c").crawl(3, 2);
    assertThat(site.asked).containsExactly("/a", "/b", "/c");
    site.page("/").robots("User-agent: *\nDisallow: /sitemap").crawl(3, 2);
    assertThat(site.asked).isEmpty();
  }

  @Test
  void hostileSitemapsEnd() {
    var self = "<sitemap><loc>/sitemap.xml</loc></sitemap>".repeat(20_000);
    var one = new PretendSite().page("/").sitemap("/sitemap.xml", "<sitemapindex>" + self);
    one.crawl(20, 2);
    assertThat(one.asked).containsExactly("/sitemap.xml");
    var many = IntStream.range(0, 500).mapToObj(number -> "/" + number + ".xml");
    var wide =
        new PretendSite().page("/").sitemap("/sitemap.xml", index(many.toArray(String[]::new)));
    wide.crawl(20, 2);
    assertThat(wide.asked).hasSize(4);
    var entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + urls("/&x;", "/a");
    var outside = new PretendSite().page("/").sitemap("/sitemap.xml", entity);
    outside.crawl(20, 2);
    assertThat(outside.asked).containsExactly("/sitemap.xml");
  }

  @Test
  void linkFarmsAreWalkedWithinBounds() {
    var others =
        IntStream.range(0, 160_000)
            .mapToObj(number -> "<a href=https://h" + number + ".farm.test/>x</a>")
            .collect(Collectors.joining());
    var elsewhere = new PretendSite().html("/", others + "<a href=/a>x</a>").page("/a");
    assertThat(elsewhere.crawl(20, 2).left()).isZero();
    var own =
        IntStream.range(0, 160_000)
            .mapToObj(number -> "<a href=/" + number + ">x</a>")
            .collect(Collectors.joining());
    var site = new PretendSite().html("/", own);
    IntStream.range(0, 25).forEach(number -> site.html("/" + number, own));
    var crawl = site.crawl(20, 2);
    assertThat(crawl.pages()).hasSize(20);
    assertThat(crawl.left()).isLessThanOrEqualTo(2_000);
  }

  @Test
  void theSameSiteIsWalkedTheSameWay() {
    var site = new PretendSite().page("/", "/c", "/a/b", "/b", "/a", "/privacy").page("/a", "/z");
    site.crawl(20, 2);
    var first = List.copyOf(site.asked);
    site.crawl(20, 2);
    assertThat(site.asked).isEqualTo(first);
  }

  private static Obstacle.Kind ended(Crawl crawl) {
    return Objects.requireNonNull(crawl.ended()).kind();
  }

  private static Visit robots(int status) {
    return Visits.answered("User-agent: *\nDisallow: /", Visits.hop(AT + "/robots.txt", status));
  }

  private static String urls(String... locations) {
    return List.of(locations).stream()
        .map("<url><loc>%s</loc></url>"::formatted)
        .collect(Collectors.joining("", "<urlset>", "</urlset>"));
  }

  private static String index(String... locations) {
    return List.of(locations).stream()
        .map("<sitemap><loc>%s</loc></sitemap>"::formatted)
        .collect(Collectors.joining("", "<sitemapindex>", "</sitemapindex>"));
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
