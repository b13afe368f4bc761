package uk.nhs.estate.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.CrossOrigin.Kind;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Identity;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.ScanLevel;

/// What a look asks of a site that keeps its lines open, and on how many of them.
class RequestsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Identity IDENTITY =
      PracticeCa.create(NOW).issue(CertificateOrder.of(NOW, "ferry.test"));
  private static final InetAddress V6 = InetAddress.ofLiteral("::1");
  private static final String STRANGER = "https://cross-origin.invalid";
  private static final String NOTHING = "404 x|Content-Length: 0||";

  /// Requests that came in, such as `https ferry.test GET / from ORIGIN`.
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  private List<InetAddress> addresses = List.of(LoneServer.home());
  private boolean secureIsOpen = true;
  private int plainVisitors;
  private int secureVisitors;

  @Test
  void makesSixRequestsOnTwoLines() throws IOException {
    var facts = look("ferry.trust.test", ScanLevel.ORDINARY, this::sound);

    assertThat(heard)
        .containsExactly(
            "https ferry.trust.test GET /",
            "http ferry.trust.test GET /",
            "https ferry.trust.test GET / from " + STRANGER,
            "https ferry.trust.test OPTIONS / from " + STRANGER + " for GET",
            "https ferry.trust.test GET /.well-known/security.txt",
            "https ferry.trust.test GET /robots.txt");
    assertThat(plainVisitors).isEqualTo(1);
    assertThat(secureVisitors).isEqualTo(1);
    assertThat(facts.plain().hops())
        .extracting(Hop::url)
        .containsExactly("http://ferry.trust.test/", "https://ferry.trust.test/");
    assertThat(facts.crossOrigin())
        .extracting(CrossOrigin::kind, CrossOrigin::origin, CrossOrigin::method)
        .containsExactly(
            tuple(Kind.STRANGER, STRANGER, "GET"), tuple(Kind.STRANGER, STRANGER, "OPTIONS"));
    assertThat(facts.again().map(RequestsTest::text)).contains("page");
    assertThat(text(Objects.requireNonNull(facts.robots()))).isEqualTo("file");
    assertThat(facts.sibling()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDINARY, Access-Control-Allow-Origin: *",
    "ORDINARY, access-control-allow-credentials: true",
    "ORDINARY, 'Vary: Accept-Encoding, Origin'",
    "THOROUGH, A: b",
  })
  void asksAsOtherStrangersWhereOriginsSeemToMatter(ScanLevel level, String field)
      throws IOException {
    var facts =
        look(
            "www.ferry.trust.test",
            level,
            _ -> "200 x|" + field.replace("'", "") + "|Content-Length: 0||");

    assertThat(facts.crossOrigin().stream().skip(2))
        .extracting(CrossOrigin::kind, CrossOrigin::origin, CrossOrigin::method)
        .containsExactly(
            tuple(Kind.OPAQUE, "null", "GET"),
            tuple(Kind.ENDS_ALIKE, "https://nottrust.test", "GET"),
            tuple(
                Kind.BEGINS_ALIKE, "https://www.ferry.trust.test.cross-origin.invalid", "GET"),
            tuple(Kind.SUBDOMAIN, "https://cross-origin.trust.test", "GET"));
    assertThat(heard).contains("https www.ferry.trust.test GET / from null");
  }

  @Test
  void asksAgainWhereThePageIs() throws IOException {
    look(
        "ferry.trust.test",
        ScanLevel.ORDINARY,
        request ->
            request.contains("GET / ") || request.endsWith("GET /")
                ? "302 x|Location: /home|Content-Length: 0||"
                : sound(request));

    assertThat(heard).contains("https ferry.trust.test GET /home from " + STRANGER);
  }

  @Test
  void asksASiteThatOnlyRedirectsAtItsOwnAddress() throws IOException {
    var facts =
        look(
            "ferry.trust.test",
            ScanLevel.ORDINARY,
            request ->
                request.contains("other.test")
                    ? sound(request)
                    : "302 x|Location: https://other.test/|Content-Length: 0||");

    assertThat(heard)
        .contains("https ferry.trust.test GET / from " + STRANGER)
        .filteredOn(request -> request.equals("https other.test GET /"))
        .hasSize(1);
    assertThat(facts.again().orElseThrow().hops()).hasSize(1);
  }

  @Test
  void looksAgainFromTheOtherSide() throws IOException {
    assumeThat(NetworkInterface.getByInetAddress(V6)).as("IPv6 on this machine").isNotNull();
    addresses = List.of(LoneServer.home(), V6);

    var facts = look("ferry.trust.test", ScanLevel.ORDINARY, this::sound);

    assertThat(facts.secure().hops().getLast().endpoint().address()).isEqualTo("127.0.0.1");
    assertThat(facts.again().orElseThrow().hops())
        .extracting(hop -> hop.endpoint().address())
        .containsExactly("::1");
    assertThat(facts.securityTxt().hops())
        .extracting(hop -> hop.endpoint().address())
        .containsExactly("127.0.0.1");
  }

  @Test
  void looksAgainFromTheSameSideWhereTheOtherCannotBeReached() throws IOException {
    addresses = List.of(LoneServer.home(), InetAddress.ofLiteral("fd00::1"));

    assertThat(
            look("ferry.trust.test", ScanLevel.ORDINARY, this::sound).again().orElseThrow().hops())
        .extracting(hop -> hop.endpoint().address())
        .containsExactly("127.0.0.1");
  }

  @Test
  void visitsTheOtherNameUntilItLeadsToTheSite() throws IOException {
    var facts =
        look(
            "www.ferry.test",
            ScanLevel.ORDINARY,
            request ->
                request.startsWith("http ferry.test")
                    ? "301 x|Location: https://ferry.test/|Content-Length: 0||"
                    : request.startsWith("https ferry.test")
                        ? "301 x|Location: https://www.ferry.test/|Content-Length: 0||"
                        : sound(request));

    var sibling = Objects.requireNonNull(facts.sibling());
    assertThat(sibling.host()).isEqualTo("ferry.test");
    assertThat(sibling.plain().end()).isEqualTo(new Visit.Answered());
    assertThat(sibling.plain().hops())
        .extracting(Hop::url)
        .containsExactly("http://ferry.test/", "https://ferry.test/");
    assertThat(sibling.secure().hops())
        .extracting(Hop::url)
        .containsExactly("https://ferry.test/");
    assertThat(heard).filteredOn(request -> request.equals("https ferry.test GET /")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "ferry.test, www.ferry.test",
        "www.ferry.test, ferry.test",
        "www.booking.ferry.test, booking.ferry.test",
        "booking.ferry.test, none",
        "www.test, none",
        "trust.nhs.uk, www.trust.nhs.uk",
        "nhs.uk, none",
        "www.nhs.uk, nhs.uk",
      })
  void knowsTheOtherName(String host, String sibling) throws IOException {
    assertThat(
            Optional.ofNullable(look(host, ScanLevel.ORDINARY, this::sound).sibling())
                .map(other -> other.host()))
        .isEqualTo(Optional.ofNullable(sibling));
  }

  @Test
  void doesNotLookTwiceAtWhatHidesItself() throws IOException {
    var facts =
        look(
            "ferry.trust.test",
            ScanLevel.THOROUGH,
            request ->
                request.startsWith("https") && request.endsWith("GET /")
                    ? "302 x|Location: gopher://inside.test/|Content-Length: 0||"
                    : sound(request));

    assertThat(facts.crossOrigin()).isEmpty();
    assertThat(heard).noneMatch(request -> request.contains("from"));
  }

  @Test
  void keepsThePlainPageOfASiteWithoutHttps() throws IOException {
    var facts = look("ferry.trust.test", ScanLevel.ORDINARY, this::sound, false);

    assertThat(facts.secure().hops()).isEmpty();
    assertThat(text(facts.plain())).isEqualTo("page");
    assertThat(facts.robots()).extracting(Visit::url).isEqualTo("http://ferry.trust.test/robots.txt");
    assertThat(facts.crossOrigin()).isEmpty();
    assertThat(facts.securityTxt().end()).isEqualTo(facts.secure().end());
  }

  @Test
  void asksOnceOnEachSideWhereHttpAndHttpsLeadToEachOther() throws IOException {
    var facts =
        look(
            "ferry.trust.test",
            ScanLevel.ORDINARY,
            request -> {
              var other = request.startsWith("https") ? "http" : "https";
              return request.endsWith("GET /")
                  ? "302 x|Location: " + other + "://ferry.trust.test/|Content-Length: 0||"
                  : NOTHING;
            });

    assertThat(List.of(facts.plain().end(), facts.secure().end()))
        .containsOnly(new Visit.Endless());
    assertThat(heard).hasSize(4);
  }

  @Test
  void takesTheBeginningOfARobotsTxtThatIsTooLong() throws IOException {
    var large = 600 * 1024;
    var facts =
        look(
            "ferry.trust.test",
            ScanLevel.ORDINARY,
            request ->
                request.endsWith("/robots.txt")
                    ? "200 x|Content-Length: " + large + "||" + "#".repeat(large)
                    : sound(request));

    var robots = Objects.requireNonNull(facts.robots());
    assertThat(text(robots)).hasSize(500 * 1024);
    assertThat(robots.bodyCut()).isTrue();
  }

  private String sound(String request) {
    if (request.startsWith("http ")) {
      var host = request.split(" ")[1];
      return secureIsOpen
          ? "301 x|Location: https://" + host + "/|Content-Length: 0||"
          : request.endsWith(".txt") ? "200 x|Content-Length: 4||file" : "200 x|Content-Length: 4||page";
    }
    return request.contains("OPTIONS")
        ? NOTHING
        : request.endsWith(".txt")
            ? "200 x|Content-Length: 4||file"
            : "200 x|Content-Length: 4||page";
  }


  private HttpFacts look(String host, ScanLevel level, Function<String, String> answer)
      throws IOException {
    return look(host, level, answer, true);
  }

  private HttpFacts look(
      String host, ScanLevel level, Function<String, String> answer, boolean https)
      throws IOException {
    secureIsOpen = https;
    try (var plain = LoneServer.start(script("http", answer));
        var secure =
            LoneServer.start(
                https
                    ? LoneServer.overTls(IDENTITY, script("https", answer))
                    : visitor -> visitor.setSoLinger(true, 0))) {
      var settings = settings(plain.port(), secure.port());
      try (var _ =
              addresses.contains(V6)
                  ? LoneServer.start(
                      "::1",
                      secure.port(),
                      LoneServer.overTls(IDENTITY, script("https", answer)))
                  : null;
          var dialler = new Dialler(settings)) {
        var probe =
            new HttpProbe(settings, dialler, RequestsTest::atHome, InstantSource.fixed(NOW));
        var sighting =
            probe.look(host, new Addresses.Known(addresses, true), List.of(), level);
        assertThat(sighting).isInstanceOf(Sighting.Seen.class);
        plainVisitors = plain.visitors();
        secureVisitors = secure.visitors();
        return (HttpFacts) ((Sighting.Seen) sighting).facts();
      }
    }
  }

  private static ScannerSettings settings(int httpPort, int httpsPort) {
    var s = Lab.settings(new InetSocketAddress(LoneServer.home(), 53), httpPort, httpsPort);
    return s.aimedAt(
        s.resolvers(),
        List.of("127.0.0.0/8", "::1/128"),
        httpPort,
        httpsPort,
        s.smtpPort(),
        null,
        s.dns());
  }

  private LoneServer.Script script(String scheme, Function<String, String> answer) {
    return LoneServer.keepsAnswering(
        head -> {
          var request = scheme + " " + request(head);
          heard.add(request);
          return "HTTP/1.1 " + answer.apply(request).replace("|", "\r\n");
        });
  }

  private static String request(String head) {
    var target = head.substring(0, head.indexOf(" HTTP/"));
    return field(head, "host").orElseThrow()
        + " "
        + target
        + field(head, "origin").map(origin -> " from " + origin).orElse("")
        + field(head, "access-control-request-method").map(method -> " for " + method).orElse("");
  }

  private static Optional<String> field(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  private static AddressFacts atHome(String host) {
    return new AddressFacts(
        NOW,
        new Lookup(host, "A", new Lookup.Found(List.of(), List.of(new Lookup.ResourceRecord(host, 60, "A", "127.0.0.1")))),
        new Lookup(host, "AAAA", new Lookup.Absent(Lookup.Absence.NODATA, List.of())));
  }

  private static String text(Visit visit) {
    return Objects.requireNonNull(visit.body()).text();
  }
}
