package uk.nhs.estate.probe.http;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
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

class HttpProbeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String HOST = "www.ferry.test";

  /// Expired, for another name, and signed by nobody: trust is not asked for.
  private static final Identity IDENTITY =
      PracticeCa.create(NOW)
          .issue(
              CertificateOrder.of(NOW, "other.test")
                  .until(NOW.minus(Duration.ofDays(9)))
                  .chain(CertificateOrder.Chain.SELF_SIGNED));

  private static final Routes PAGES =
      Routes.everything(Reply.text(404, "not here"))
          .with("/", Reply.html(200, "<p>hello").with("X-A: b"))
          .with("/.well-known/security.txt", Reply.text(200, "Contact: mailto:a@ferry.test\n"));
  private static final Door HTTPS = new Door.Https(Door.Tls.of(IDENTITY), PAGES);
  private static final Door TO_HTTPS =
      new Door.Http(Routes.everything(Reply.redirect(301, "https://" + HOST + "{target}")));

  private PracticeWeb web;

  @BeforeEach
  void start() throws IOException {
    web = PracticeWeb.start();
  }

  @AfterEach
  void stop() throws IOException {
    web.close();
  }

  @Test
  void makesThreeVisits() throws IOException {
    var facts = seen(look(TO_HTTPS, HTTPS));

    assertThat(facts.host()).isEqualTo(HOST);
    assertThat(facts.plain().hops())
        .extracting(Hop::url)
        .containsExactly("http://www.ferry.test/", "https://www.ferry.test/");
    assertThat(facts.secure().hops())
        .extracting(Hop::url)
        .containsExactly("https://www.ferry.test/");
    assertThat(facts.secure().hops().getFirst().values("x-a")).containsExactly("b");
    assertThat(text(facts.secure())).isEqualTo("<p>hello");
    assertThat(facts.plain().body()).isNull();
    assertThat(facts.securityTxt().url())
        .isEqualTo("https://www.ferry.test/.well-known/security.txt");
    assertThat(facts.securityTxt().body())
        .isNotNull()
        .extracting(Part::bytes, as(BYTE_ARRAY))
        .asString()
        .isEqualTo("Contact: mailto:a@ferry.test\n");
  }

  @Test
  void seesThatNobodyListensForHttps() throws IOException {
    var facts = seen(look(new Door.Http(PAGES), new Door.Closed()));

    assertThat(facts.plain().end()).isEqualTo(new Visit.Answered());
    assertThat(facts.secure().end()).isEqualTo(new Visit.NobodyListens());
    assertThat(facts.securityTxt().end()).isEqualTo(new Visit.NobodyListens());
  }

  @Test
  void keepsThePlainVisitWhenTheSecureOneIsHidden() throws IOException {
    var facts = seen(look(new Door.Http(PAGES), new Door.Resets()));

    assertThat(facts.plain().end()).isEqualTo(new Visit.Answered());
    for (var visit : List.of(facts.secure(), facts.securityTxt())) {
      assertThat(visit.end())
          .isInstanceOfSatisfying(
              Visit.Obstructed.class,
              hidden -> assertThat(hidden.obstacle().kind()).isEqualTo(Kind.CONNECTION_RESET));
    }
  }

  @Test
  void saysSoWhenTheHandshakeFails() throws IOException {
    var facts = seen(look(new Door.Http(PAGES), new Door.Http(PAGES)));

    assertThat(facts.secure().end())
        .isInstanceOfSatisfying(
            Visit.Obstructed.class,
            hidden -> assertThat(hidden.obstacle().kind()).isEqualTo(Kind.PROTOCOL_ERROR));
  }

  @Test
  void seesNothingWhenAllVisitsAreHidden() throws IOException {
    assertThat(look(new Door.Silent(), new Door.Resets()))
        .isInstanceOfSatisfying(
            Sighting.Unseen.class,
            hidden -> {
              assertThat(hidden.topic()).isEqualTo(Topic.HTTP);
              assertThat(hidden.obstacle().kind()).isEqualTo(Kind.CONNECTION_RESET);
            });
  }

  @Test
  void followsTheSiteItselfToTheAddressThatWasSeen() throws IOException {
    // the names function below knows nothing but other hosts
    var facts = seen(look(TO_HTTPS, HTTPS));

    assertThat(facts.plain().hops())
        .extracting(hop -> hop.endpoint().address())
        .containsOnly(web.addressOf(HOST).getHostAddress());
  }

  @Test
  void asksTheDnsForTheHostOfARedirect() throws IOException {
    var facts =
        seen(
            look(
                new Door.Http(Routes.everything(Reply.redirect(302, "http://gone.test/"))), HTTPS));

    assertThat(facts.plain().hops()).hasSize(1);
    assertThat(facts.plain().end())
        .isEqualTo(
            new Visit.Obstructed(new Obstacle(Kind.NO_ADDRESS, "it has no A or AAAA record")));
  }

  @Test
  void makesOneVisitAtAGlance() throws IOException {
    web.replace(new PracticeSite(HOST, TO_HTTPS, HTTPS));
    try (var dialler = dialler()) {
      var facts = seen(probe(dialler).glance(HOST, addresses(), List.of()));

      assertThat(facts.secure().end()).isEqualTo(new Visit.Answered());
      assertThat(facts.plain().end())
          .isEqualTo(new Visit.Obstructed(new Obstacle(Kind.SCAN_LEVEL)));
      assertThat(facts.securityTxt().end()).isEqualTo(facts.plain().end());
    }
  }

  @Test
  void keepsThePageOfASiteInWhichSomethingIsSought() throws IOException {
    var nobody = new Door.Http(Routes.everything(Reply.html(404, "<p>no such name")));
    var facts = seen(look(nobody, HTTPS, "no such name"));

    assertThat(facts.sought()).containsExactly("no such name");
    assertThat(text(facts.plain())).isEqualTo("<p>no such name");
    assertThat(facts.plain().hops().getFirst().status()).isEqualTo(404);
    assertThat(text(facts.secure())).isEqualTo("<p>hello");
  }

  @Test
  void keepsTheBeginningOfAPageOnly() throws IOException {
    var large = new Door.Http(Routes.everything(Reply.html(200, "a".repeat(40_000))));
    var most = Lab.LIMITS.bodyBytes();

    assertThat(text(seen(look(large, HTTPS, "b")).plain())).isEqualTo("a".repeat(most));
  }

  @Test
  void aPageThatBreaksOffHidesNothingElse() throws IOException {
    var broken =
        Routes.everything(
            Reply.html(200, "half").replacing("Content-Length", "1000").with("X-A: b"));
    var plain = seen(look(new Door.Http(broken), HTTPS, "no such name")).plain();

    assertThat(plain.end()).isEqualTo(new Visit.Answered());
    assertThat(plain.hops().getFirst().values("x-a")).containsExactly("b");
    assertThat(plain.body()).isNull();
  }

  @Test
  void seeksAtAGlance() throws IOException {
    web.replace(new PracticeSite(HOST, TO_HTTPS, HTTPS));
    try (var dialler = dialler()) {
      var facts = seen(probe(dialler).glance(HOST, addresses(), List.of("no such name")));

      assertThat(text(facts.secure())).isEqualTo("<p>hello");
      assertThat(facts.sought()).containsExactly("no such name");
    }
  }

  private static String text(Visit visit) {
    return Objects.requireNonNull(visit.body()).text();
  }

  private Sighting look(Door http, Door https, String... sought) throws IOException {
    web.replace(new PracticeSite(HOST, http, https));
    try (var dialler = dialler()) {
      return probe(dialler).look(HOST, addresses(), List.of(sought));
    }
  }

  private Dialler dialler() {
    return new Dialler(
        Lab.settings(
            new InetSocketAddress(LoneServer.home(), 53), web.httpPort(), web.httpsPort()));
  }

  private HttpProbe probe(Dialler dialler) {
    var settings =
        Lab.settings(new InetSocketAddress(LoneServer.home(), 53), web.httpPort(), web.httpsPort());
    return new HttpProbe(settings, dialler, HttpProbeTest::nowhere, InstantSource.fixed(NOW));
  }

  private Addresses addresses() {
    return new Addresses.Known(List.of(web.addressOf(HOST)), true);
  }

  private static AddressFacts nowhere(String host) {
    assertThat(host).isNotEqualTo(HOST);
    var absent = new Lookup.Absent(Lookup.Absence.NODATA, List.of());
    return new AddressFacts(NOW, new Lookup(host, "A", absent), new Lookup(host, "AAAA", absent));
  }

  private static HttpFacts seen(Sighting sighting) {
    assertThat(sighting).isInstanceOf(Sighting.Seen.class);
    return (HttpFacts) ((Sighting.Seen) sighting).facts();
  }
}
