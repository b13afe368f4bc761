package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Hop.Field;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;

class TourTest {
  private static final String HOST = "www.ferry.test";
  private static final Errand HEAD = new Errand("text/html", Wanted.NOTHING, 0, 10);
  private static final Errand PAGE =
      new Errand("text/html", Wanted.PAGE, 4096, 10).whichMayComePacked();
  private static final String HELLO = "HTTP/1.1 200 x\r\nContent-Length: 5\r\n\r\nhello";

  /// Requests that servers have heard, each by its first line.
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  private @Nullable Dialler dialler;

  @AfterEach
  void stop() {
    if (dialler != null) {
      dialler.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 x|Content-Length: 5||hello",
        "200 x|Transfer-Encoding: chunked||2|he|3|llo|0||",
        "404 x|Content-Length: 5||hello",
        "503 x|Retry-After: 0|Content-Length: 5||hello",
        "204 x||",
        "304 x||",
      })
  void visitsOnOneLine(String answer) throws IOException {
    try (var server = answering(_ -> "HTTP/1.1 " + answer.replace("|", "\r\n"));
        var tour = tour(server)) {
      for (var errand : List.of(HEAD, PAGE)) {
        for (var path : List.of("/a", "/b", "/c")) {
          assertThat(tour.visit(url(path), errand).hops())
              .extracting(Hop::status)
              .containsExactly(Integer.parseInt(answer.substring(0, 3)));
        }
      }
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  /// Answers of which nobody can be sure where they end, each with octets after it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5|Transfer-Encoding: chunked||0||",
        "Transfer-Encoding: chunked|Content-Length: 5||0||",
        "Content-Length: 5|Content-Length: 0||hello",
        "Content-Length: 0|Content-Length: 5||hello",
        "Content-Length: 4||hello",
        "Content-Length: -1||",
        "Content-Length: 5|Connection: close||hello",
        "Transfer-Encoding: chunked||5|hello|0||",
        "Transfer-Encoding: chunked||zz|hello|0||",
        "Transfer-Encoding: gzip, chunked||0||",
        "A: b||",
      })
  void takesNothingThatIsLeftOfOneAnswerForTheNext(String answer) throws IOException {
    var octets =
        "HTTP/1.1 200 x\r\n"
            + answer.replace("|", "\r\n")
            + "HTTP/1.1 200 x\r\nPoison: y\r\nContent-Length: 0\r\n\r\n";
    for (var errand : List.of(HEAD, PAGE)) {
      heard.clear();
      try (var server = answering(request -> request.startsWith("GET /a") ? octets : HELLO);
          var tour = tour(server)) {
        tour.visit(url("/a"), errand);
        var next = tour.visit(url("/b"), errand);

        assertThat(next.hops()).extracting(Hop::fields).containsExactly(fields(HELLO));
        assertThat(server.visitors()).isEqualTo(2);
      }
    }
  }

  @Test
  void doesNotReadMuchThatNobodyWants() throws IOException {
    var large = "HTTP/1.1 200 x\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000);
    try (var server = answering(_ -> large);
        var tour = tour(server)) {
      tour.visit(url("/a"), HEAD);
      tour.visit(url("/b"), HEAD);

      assertThat(server.visitors()).isEqualTo(2);
    }
  }

  @Test
  void triesOnceMoreWhenTheServerHasHungUpInTheMeantime() throws IOException {
    try (var server = LoneServer.start(LoneServer.answers(HELLO));
        var tour = tour(server)) {
      tour.visit(url("/a"), PAGE);

      assertThat(tour.visit(url("/b"), PAGE).end()).isEqualTo(new Visit.Answered());
      assertThat(server.visitors()).isEqualTo(2);
    }
  }

  @Test
  void triesNoMoreThanOnceMore() throws IOException {
    try (var server = answering(request -> request.startsWith("GET /a") ? HELLO : "");
        var tour = tour(server)) {
      tour.visit(url("/a"), PAGE);

      assertThat(obstacle(tour.visit(url("/b"), PAGE)).kind()).isEqualTo(Kind.CONNECTION_RESET);
      assertThat(heard).containsExactly("GET /a", "GET /b", "GET /b");
    }
  }

  @Test
  void doesNotAskAgainOnceAnAnswerHasBegun() throws IOException {
    try (var server =
            LoneServer.start(
                visitor -> {
                  LoneServer.hear(visitor);
                  LoneServer.say(visitor, HELLO);
                  LoneServer.hear(visitor);
                  LoneServer.say(visitor, "HTTP/1.1 2");
                });
        var tour = tour(server)) {
      tour.visit(url("/a"), PAGE);

      assertThat(obstacle(tour.visit(url("/b"), PAGE)).kind()).isEqualTo(Kind.CONNECTION_RESET);
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  @Test
  void makesOneHandshakeAndSaysWhatWasAgreedOn() throws IOException {
    var now = Instant.parse("2026-11-24T12:00:00Z");
    var identity = PracticeCa.create(now).issue(CertificateOrder.of(now, HOST));
    try (var server =
            LoneServer.start(
                LoneServer.overTls(identity, LoneServer.keepsAnswering(noting(_ -> HELLO))));
        var tour = tour(80, server.port())) {
      for (var path : List.of("/a", "/b")) {
        var url = HttpUrl.get("https://" + HOST + path);
        assertThat(tour.visit(url, PAGE).hops())
            .extracting(Hop::http, Hop::tls)
            .containsExactly(tuple("HTTP/1.1", "TLSv1.3"));
      }
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  @Test
  void doesNotAskWhatItHasBeenTold() throws IOException {
    try (var server =
            answering(
                request ->
                    request.startsWith("GET /from")
                        ? "HTTP/1.1 301 x\r\nLocation: /to\r\nContent-Length: 0\r\n\r\n"
                        : HELLO);
        var tour = tour(server)) {
      var to = tour.visit(url("/to"), PAGE);
      var from = tour.visit(url("/from"), PAGE);
      tour.visit(url("/from"), HEAD);

      assertThat(from.hops()).hasSize(2).endsWith(to.hops().getFirst());
      assertThat(from.body()).isEqualTo(to.body());
      assertThat(heard).containsExactly("GET /to", "GET /from");
    }
  }

  @Test
  void asksAgainForWhatItDidNotTakeAndInAnotherWay() throws IOException {
    try (var server = answering(_ -> HELLO);
        var tour = tour(server)) {
      assertThat(tour.visit(url("/"), HEAD).body()).isNull();
      assertThat(text(tour.visit(url("/"), PAGE))).isEqualTo("hello");
      tour.visit(url("/"), PAGE.asking("GET", new Field("Origin", "null")));
      tour.visit(url("/"), HEAD.asking("OPTIONS"));

      assertThat(heard).containsExactly("GET /", "GET /", "GET /", "OPTIONS /");
    }
  }

  @Test
  void goesToTheAddressThatItIsSentTo() throws IOException {
    try (var server = answering(_ -> HELLO);
        var _ =
            LoneServer.start(
                "127.0.0.2", server.port(), LoneServer.keepsAnswering(noting(_ -> HELLO)));
        var tour = tour(server)) {
      tour.visit(url("/"), PAGE);

      assertThat(tour.visit(url("/"), _ -> at("127.0.0.2"), PAGE).hops())
          .extracting(hop -> hop.endpoint().address())
          .containsExactly("127.0.0.2");
    }
  }

  @Test
  void endsWhereItIsNotToGo() throws IOException {
    try (var server =
            answering(_ -> "HTTP/1.1 301 x\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
        var tour = tour(server)) {
      var visit = tour.visit(url("/"), PAGE.following(_ -> false));

      assertThat(visit.end()).isEqualTo(new Visit.Answered());
      assertThat(visit.hops()).hasSize(1);
      assertThat(heard).containsExactly("GET /");
    }
  }

  /// Else it would wait for itself.
  @Test
  @Timeout(20)
  void hangsUpBeforeItStandsInAQueue() throws IOException {
    try (var server = answering(_ -> HELLO);
        var tour = tour(server.port(), 443, 1)) {
      tour.visit(url("/"), PAGE);

      assertThat(tour.visit(HttpUrl.get("http://other.test/"), PAGE).end())
          .isEqualTo(new Visit.Answered());
      assertThat(server.visitors()).isEqualTo(2);
    }
  }

  @Test
  void endsWhenTheTimeForAllOfItIsUp() throws IOException {
    try (var server = LoneServer.start(LoneServer.silent());
        var tour = tour(server.port(), 443, 2, Duration.ofMillis(200))) {
      assertThat(obstacle(tour.visit(url("/a"), PAGE)).kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(obstacle(tour.visit(url("/b"), PAGE)).kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  @Test
  void unpacksAPage() throws IOException {
    var visit = packed("gzip", gzip("hello"));

    assertThat(text(visit)).isEqualTo("hello");
    assertThat(visit.bodyCut()).isFalse();
  }

  @Test
  void unpacksNoMoreThanItKeeps() throws IOException {
    var visit = packed("gzip", gzip("x".repeat(1_000_000)));

    assertThat(text(visit)).isEqualTo("x".repeat(4096));
    assertThat(visit.bodyCut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, gzip", "zstd", "deflate", "nonsense"})
  void readsNoContentInACodingThatItDidNotAskFor(String coding) throws IOException {
    var visit = packed(coding, gzip(gzip("hello")));

    assertThat(visit.end()).isEqualTo(new Visit.Answered());
    assertThat(visit.body()).isNull();
    assertThat(visit.bodyCut()).isTrue();
  }

  @Test
  void readsNoContentThatCannotBeUnpacked() throws IOException {
    for (var octets : List.of("no gzip at all", gzip("hello").substring(0, 15))) {
      var visit = packed("gzip", octets);

      assertThat(visit.end()).isEqualTo(new Visit.Answered());
      assertThat(visit.body()).isNull();
      assertThat(visit.bodyCut()).isTrue();
    }
  }

  @Test
  void takesNoContentForOneThatIsEmpty() throws IOException {
    assertThat(text(packed("gzip", ""))).isEmpty();
  }

  private Visit packed(String coding, String octets) throws IOException {
    var answer =
        "HTTP/1.1 200 x\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(coding, octets.length(), octets);
    try (var server = answering(_ -> answer);
        var tour = tour(server)) {
      return tour.visit(url("/"), PAGE);
    }
  }

  private static String gzip(String octets) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
    }
    return packed.toString(StandardCharsets.ISO_8859_1);
  }

  private LoneServer answering(UnaryOperator<String> answer) throws IOException {
    return LoneServer.start(LoneServer.keepsAnswering(noting(answer)));
  }

  private UnaryOperator<String> noting(UnaryOperator<String> answer) {
    return request -> {
      heard.add(request.substring(0, request.indexOf(" HTTP/")));
      return answer.apply(request);
    };
  }

  private Tour tour(LoneServer server) {
    return tour(server.port(), 443);
  }

  private Tour tour(int httpPort, int httpsPort) {
    return tour(httpPort, httpsPort, 2);
  }

  private Tour tour(int httpPort, int httpsPort, int connectionsPerAddress) {
    return tour(httpPort, httpsPort, connectionsPerAddress, Duration.ofSeconds(10));
  }

  private Tour tour(int httpPort, int httpsPort, int connectionsPerAddress, Duration time) {
    var settings =
        Lab.politeness(
            Lab.settings(new InetSocketAddress(LoneServer.home(), 53), httpPort, httpsPort),
            new ScannerSettings.Politeness(connectionsPerAddress, Duration.ZERO, 50));
    dialler = new Dialler(settings);
    return new Visitor(settings, dialler, new Handshake()).tour(_ -> at("127.0.0.1"), time);
  }

  private static HttpUrl url(String path) {
    return HttpUrl.get("http://" + HOST + path);
  }

  private static Addresses at(String address) {
    return new Addresses.Known(List.of(InetAddress.ofLiteral(address)), true);
  }

  private static List<Field> fields(String answer) {
    var head = answer.substring(0, answer.indexOf("\r\n\r\n") + 4);
    return Head.read(head.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow().fields();
  }

  private static String text(Visit visit) {
    return Objects.requireNonNull(visit.body()).text();
  }

  private static Obstacle obstacle(Visit visit) {
    assertThat(visit.end()).isInstanceOf(Visit.Obstructed.class);
    return ((Visit.Obstructed) visit.end()).obstacle();
  }
}
