package uk.nhs.estate.probe.registration;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.practice.PracticeSite;
import uk.nhs.estate.practice.PracticeWeb;
import uk.nhs.estate.practice.Reply;
import uk.nhs.estate.practice.Routes;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.RdapServices;
import uk.nhs.estate.sample.Lookups;
import uk.nhs.estate.sample.RdapSample;

/// Asks RDAP servers on loopback, sound and broken ones.
class RegistrationProbeTest {
  private static final String HOST = "rdap.lab.test";
  private static final RdapServices PLAIN = services("http://rdap.lab.test/");
  private static final RdapServices SECURE = services("https://rdap.lab.test/");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String JSON = RdapSample.SOUND.json(NOON);
  private static final int LARGEST = 256 * 1024;

  @RegisterExtension
  static final WireMockExtension REGISTRY =
      WireMockExtension.newInstance()
          .options(options().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort())
          .build();

  private Instant now = NOON;
  private @Nullable Dialler dialler;

  @AfterEach
  void stop() {
    if (dialler != null) {
      dialler.close();
    }
  }

  @Test
  void keepsTheAnswerAsItWasSent() {
    REGISTRY.stubFor(get("/domain/trust.org").willReturn(ok(JSON)));

    var facts = seen(probe(PLAIN).look(new DomainName("trust.org")));

    assertThat(facts)
        .isEqualTo(
            new RegistrationFacts(
                NOON,
                "trust.org",
                new RegistrationFacts.Answered(
                    "http://rdap.lab.test/domain/trust.org",
                    new Part(JSON.getBytes(StandardCharsets.UTF_8)))));
    REGISTRY.verify(
        1,
        getRequestedFor(urlEqualTo("/domain/trust.org"))
            .withHeader("Accept", equalTo("application/rdap+json"))
            .withHeader("Host", equalTo(HOST)));
  }

  @Test
  void asksForTheNameThatTheRegistryKnows() {
    REGISTRY.stubFor(get(anyUrl()).willReturn(ok(RdapSample.SOUND.named("github.io").json(NOON))));
    var io = new RdapServices(Map.of("io", "http://rdap.lab.test/v1/"));

    var facts = seen(probe(io).look(new DomainName("surgery.github.io")));

    assertThat(facts.name()).isEqualTo("github.io");
    REGISTRY.verify(1, getRequestedFor(urlEqualTo("/v1/domain/github.io")));
  }

  @Test
  void theServiceMayNotKnowTheName() {
    assertThat(seen(look(status(404))).outcome())
        .isEqualTo(new RegistrationFacts.NotFound("http://rdap.lab.test/domain/trust.org"));
  }

  @Test
  void aNameWithoutAServiceIsNotAskedFor() {
    var facts = seen(probe(PLAIN).look(new DomainName("trust.io")));

    assertThat(facts.outcome()).isEqualTo(new RegistrationFacts.NoService());
    nobodyWasAsked();
  }

  @ParameterizedTest
  @CsvSource({
    "trust.nhs.uk, nhs.uk, do not expire",
    "northmoor.gov.uk, gov.uk, Cabinet Office",
    "find-a-surgery.service.gov.uk, gov.uk, Cabinet Office",
    "northmoor.test, test, RFC 6761",
  })
  void nobodyIsAskedAboutNamesThatAreKeptApart(String name, String suffix, String why) {
    var ofAll = new RdapServices(Map.of("uk", "http://rdap.lab.test/"));

    assertThat(seen(probe(ofAll).look(new DomainName(name))).outcome())
        .isInstanceOfSatisfying(
            RegistrationFacts.KeptApart.class,
            apart -> {
              assertThat(apart.suffix()).isEqualTo(suffix);
              assertThat(apart.words()).contains(why);
            });
    nobodyWasAsked();
  }

  @Test
  void aLaboratoryMayNameAServiceForThem() {
    REGISTRY.stubFor(get(anyUrl()).willReturn(status(404)));
    var lab = new RdapServices(Map.of("test", "http://rdap.lab.test/"));

    assertThat(seen(probe(lab).look(new DomainName("northmoor.test"))).outcome())
        .isInstanceOf(RegistrationFacts.NotFound.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 500, 501, 502, 503, 204, 301, 999})
  void whatIsNeitherAnAnswerNorANoIsAnObstacle(int status) {
    assertThat(obstacle(look(status(status))))
        .isEqualTo(new Obstacle(Kind.SERVER_FAILED, "rdap.lab.test: HTTP status " + status));
  }

  @Test
  void whoAsksForAPauseIsLeftAlone() {
    REGISTRY.stubFor(get(anyUrl()).willReturn(status(429).withHeader("Retry-After", "600")));
    var probe = probe(PLAIN);
    var refused = obstacle(probe.look(new DomainName("trust.org")));
    now = NOON.plusSeconds(599);
    var spared = obstacle(probe.look(new DomainName("other.org")));

    assertThat(refused)
        .isEqualTo(
            new Obstacle(Kind.SERVER_FAILED, "rdap.lab.test: HTTP status 429, Retry-After: 600"));
    assertThat(spared).isEqualTo(refused);
    REGISTRY.verify(1, getRequestedFor(anyUrl()));

    now = NOON.plusSeconds(600);
    REGISTRY.stubFor(get(anyUrl()).willReturn(status(404)));
    assertThat(seen(probe.look(new DomainName("other.org"))).name()).isEqualTo("other.org");
  }

  @Test
  void nobodyIsAskedTwiceADayAboutAName() {
    REGISTRY.stubFor(get(anyUrl()).willReturn(ok(JSON)));
    var probe = probe(PLAIN);
    var first = seen(probe.look(new DomainName("trust.org")));
    now = NOON.plus(KeptAnswers.FOR).minusSeconds(1);
    assertThat(seen(probe.look(new DomainName("trust.org")))).isEqualTo(first);
    REGISTRY.verify(1, getRequestedFor(anyUrl()));

    now = NOON.plus(KeptAnswers.FOR);
    assertThat(seen(probe.look(new DomainName("trust.org")))).isEqualTo(first.seenAt(now));
    REGISTRY.verify(2, getRequestedFor(anyUrl()));
  }

  @Test
  void anObstacleIsNoAnswerToKeep() {
    var probe = probe(PLAIN);
    REGISTRY.stubFor(get(anyUrl()).willReturn(status(500)));
    obstacle(probe.look(new DomainName("trust.org")));
    REGISTRY.stubFor(get(anyUrl()).willReturn(ok(JSON)));

    assertThat(seen(probe.look(new DomainName("trust.org"))).outcome())
        .isInstanceOf(RegistrationFacts.Answered.class);
  }

  @Test
  void followsThreeRedirects() {
    redirects(3);
    REGISTRY.stubFor(get("/3").willReturn(ok(JSON)));

    assertThat(seen(probe(PLAIN).look(new DomainName("trust.org"))).outcome())
        .isInstanceOfSatisfying(
            RegistrationFacts.Answered.class,
            answered -> assertThat(answered.url()).isEqualTo("http://rdap.lab.test/3"));
  }

  @Test
  void followsNoFourth() {
    redirects(4);

    assertThat(obstacle(probe(PLAIN).look(new DomainName("trust.org"))))
        .isEqualTo(new Obstacle(Kind.PROTOCOL_ERROR, "rdap.lab.test: its redirects never end"));
    REGISTRY.verify(0, getRequestedFor(urlEqualTo("/4")));
  }

  @Test
  void leavesACircle() {
    assertThat(obstacle(look(temporaryRedirect("/domain/trust.org"))))
        .isEqualTo(new Obstacle(Kind.PROTOCOL_ERROR, "rdap.lab.test: its redirects never end"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/domain/trust.org",
        "http://169.254.169.254/latest/meta-data/",
        "http://inside.lab.test/domain/trust.org",
        "http://rdap.lab.test:8081/domain/trust.org",
        "ftp://rdap.lab.test/domain/trust.org",
        "file:///etc/passwd"
      })
  void followsNoRedirectToWhereTheGuardLetsNobody(String location) {
    assertThat(obstacle(look(temporaryRedirect(location))).kind())
        .isEqualTo(Kind.FORBIDDEN_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "<!doctype html><title>Sorry</title>",
        "[1]",
        "{\"objectClassName\":\"entity\",\"handle\":\"trust.org\"}",
        "{\"objectClassName\":\"domain\",\"ldhName\":\"other.org\"}"
      })
  void whatIsNoAnswerAboutTheNameIsAnObstacle(String body) {
    assertThat(obstacle(look(ok(body))))
        .isEqualTo(
            new Obstacle(Kind.PROTOCOL_ERROR, "rdap.lab.test: no RDAP answer about trust.org"));
  }

  @Test
  void takesAnAnswerUpToItsLimit() {
    var filled = JSON + " ".repeat(LARGEST - JSON.length());

    assertThat(seen(look(ok(filled))).outcome()).isInstanceOf(RegistrationFacts.Answered.class);
  }

  @Test
  void takesNoLargerAnswer() {
    assertThat(obstacle(look(ok(JSON + " ".repeat(LARGEST - JSON.length() + 1)))).kind())
        .isEqualTo(Kind.TOO_LARGE);
    assertThat(obstacle(look(ok("x".repeat(10 * LARGEST)))).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void doesNotWaitForWhoDrips() throws IOException {
    try (var server =
        LoneServer.start(
            LoneServer.drips("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + JSON, 50))) {
      assertThat(
              obstacle(probe(PLAIN, server.port(), 443).look(new DomainName("trust.org"))).kind())
          .isEqualTo(Kind.TIMED_OUT);
    }
  }

  @Test
  void aServiceAtWhichNobodyListensIsAnObstacle() throws IOException {
    var probe = probe(PLAIN, LoneServer.closedPort(), 443);

    assertThat(obstacle(probe.look(new DomainName("trust.org"))))
        .isEqualTo(new Obstacle(Kind.CONNECTION_REFUSED, HOST));
  }

  @Test
  void believesARegistryThatProvesWhoItIs() throws IOException {
    assertThat(seen(lookSecurely(HOST, true)).outcome())
        .isInstanceOf(RegistrationFacts.Answered.class);
  }

  @Test
  void believesNobodyElse() throws IOException {
    assertThat(obstacle(lookSecurely("other.lab.test", true)).kind())
        .isEqualTo(Kind.CERTIFICATE_REFUSED);
    assertThat(obstacle(lookSecurely(HOST, false)).kind()).isEqualTo(Kind.CERTIFICATE_REFUSED);
  }

  /// Asks a registry over HTTPS.
  ///
  /// @param proven the name in its certificate
  /// @param trusted whether its certification authority is
  private Sighting lookSecurely(String proven, boolean trusted) throws IOException {
    var ca = PracticeCa.create(NOON);
    var identity = ca.issue(CertificateOrder.of(NOON, proven));
    var answers = Routes.everything(Reply.of(200, "application/rdap+json", JSON));
    try (var web = PracticeWeb.start()) {
      web.replace(
          new PracticeSite(
              HOST, new Door.Http(answers), new Door.Https(Door.Tls.of(identity), answers)));
      var root = trusted ? ca.root() : PracticeCa.create(NOON).root();
      return probe(
              SECURE,
              web.httpPort(),
              web.httpsPort(),
              Set.of(new TrustAnchor(root, null)),
              web.addressOf(HOST).getHostAddress())
          .look(new DomainName("trust.org"));
    }
  }

  /// From the question to `/1`, from there to `/2`, and so on.
  private static void redirects(int count) {
    REGISTRY.stubFor(get("/domain/trust.org").willReturn(temporaryRedirect("/1")));
    for (int at = 1; at < count; at++) {
      REGISTRY.stubFor(get("/" + at).willReturn(temporaryRedirect("/" + (at + 1))));
    }
  }

  private Sighting look(ResponseDefinitionBuilder answer) {
    REGISTRY.stubFor(get(anyUrl()).willReturn(answer));
    return probe(PLAIN).look(new DomainName("trust.org"));
  }

  private RegistrationProbe probe(RdapServices services) {
    return probe(services, REGISTRY.getPort(), REGISTRY.getHttpsPort());
  }

  private RegistrationProbe probe(RdapServices services, int httpPort, int httpsPort) {
    return probe(services, httpPort, httpsPort, Lab.TRUSTED, "127.0.0.1");
  }

  private RegistrationProbe probe(
      RdapServices services,
      int httpPort,
      int httpsPort,
      Set<TrustAnchor> trusted,
      String address) {
    stop();
    var settings = Lab.settings(new InetSocketAddress(LoneServer.home(), 53), httpPort, httpsPort);
    dialler = new Dialler(settings);
    InstantSource clock = () -> now;
    return new RegistrationProbe(
        settings, dialler, services, trusted, host -> addresses(host, address), clock);
  }

  private static AddressFacts addresses(String host, String address) {
    return new AddressFacts(
        NOON,
        Lookups.found(host, "A", host.equals(HOST) ? address : "192.168.0.1"),
        Lookups.absent(host, "AAAA"));
  }

  private static RdapServices services(String url) {
    return new RdapServices(Map.of("org", url));
  }

  private static void nobodyWasAsked() {
    REGISTRY.verify(0, getRequestedFor(anyUrl()));
  }

  private static RegistrationFacts seen(Sighting sighting) {
    assertThat(sighting).isInstanceOf(Sighting.Seen.class);
    assertThat(sighting.topic()).isEqualTo(Topic.REGISTRATION);
    return (RegistrationFacts) ((Sighting.Seen) sighting).facts();
  }

  private static Obstacle obstacle(Sighting sighting) {
    assertThat(sighting).isInstanceOf(Sighting.Unseen.class);
    return ((Sighting.Unseen) sighting).obstacle();
  }
}
