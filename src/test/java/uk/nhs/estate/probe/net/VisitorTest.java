package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Hop.Field;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;

class VisitorTest {
  private static final String HOST = "www.ferry.test";

  private final Map<String, Addresses> names = new HashMap<>(Map.of(HOST, at("127.0.0.1")));
  private List<String> forbidden = List.of();
  private @Nullable Dialler dialler;

  @AfterEach
  void stop() {
    if (dialler != null) {
      dialler.close();
    }
  }

  @Test
  void keepsTheAnswerAsItWasSent() throws IOException {
    try (var server =
        LoneServer.start(
            LoneServer.answers(
                """
                HTTP/1.1 200 Fine\r
                server: caf\u00e9 \u00c3\u00a9\r
                Set-Cookie: a=1\r
                this is no field\r
                SET-COOKIE: b=2\r
                X-Folded: one\r
                  two\r
                Content-Length: 5\r
                \r
                hello\
                """))) {
      var visit = visit(server);

      assertThat(visit.end()).isEqualTo(new Visit.Answered());
      assertThat(visit.body()).isNull();
      var hop = visit.hops().getFirst();
      assertThat(hop.url()).isEqualTo("http://www.ferry.test/");
      assertThat(hop.endpoint()).isEqualTo(new Endpoint("127.0.0.1", server.port()));
      assertThat(hop.status()).isEqualTo(200);
      assertThat(hop.fields())
          .containsExactly(
              new Field("server", "caf\u00e9 \u00c3\u00a9"),
              new Field("Set-Cookie", "a=1"),
              new Field("", "this is no field"),
              new Field("SET-COOKIE", "b=2"),
              new Field("X-Folded", "one two"),
              new Field("Content-Length", "5"));
    }
  }

  @Test
  void asksAsItself() throws IOException {
    var heard = Collections.synchronizedList(new ArrayList<String>());
    try (var server =
        LoneServer.start(
            visitor -> {
              var request = new StringBuilder();
              while (request.indexOf("\r\n\r\n") < 0) {
                request.append((char) visitor.getInputStream().read());
              }
              heard.add(request.toString());
              LoneServer.say(
                  visitor, "HTTP/1.1 302 x\r\nLocation: /a?b\r\nSet-Cookie: c=d\r\n\r\n");
            })) {
      visit(server);

      assertThat(heard.getFirst())
          .startsWith("GET / HTTP/1.1\r\n")
          .contains("\r\nHost: www.ferry.test\r\n")
          .contains("\r\nUser-Agent: Lab/1.0 (+https://lab.test/)\r\n")
          .contains("\r\nAccept: text/html\r\n")
          .contains("\r\nAccept-Encoding: identity\r\n");
      assertThat(heard.get(1)).startsWith("GET /a?b HTTP/1.1\r\n").doesNotContain("Cookie");
    }
  }

  /// Whole answers at which OkHttp throws, repeats the request or waits for more.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "401 x|WWW-Authenticate: Basic realm=x",
        "407 x|Proxy-Authenticate: Basic realm=x",
        "408 x|Connection: close",
        "421 x|A: b",
        "503 x|Retry-After: 0",
        "204 x|Content-Length: 5",
        "205 x|Content-Length: 5",
        "304 x|A: b",
        "200 x|Content-Length: many",
        "200 x|Transfer-Encoding: nonsense",
        "200 x|Content-Encoding: gzip",
        "101 x|Upgrade: other|Connection: upgrade",
        "999 x|A: b",
      })
  void keepsEveryWholeAnswer(String answer) throws IOException {
    var lines = answer.split("\\|", -1);
    try (var server =
        LoneServer.start(
            LoneServer.answers("HTTP/1.1 " + String.join("\r\n", lines) + "\r\n\r\nwhatever"))) {
      for (var wanted : Wanted.values()) {
        var visit = visit(server, "/", wanted);
        assertThat(
                visit.end() instanceof Visit.Answered
                    || (wanted == Wanted.FILE && answer.startsWith("20")))
            .isTrue();
        assertThat(visit.hops())
            .singleElement()
            .satisfies(
                hop -> {
                  assertThat(hop.status()).isEqualTo(Integer.parseInt(answer.substring(0, 3)));
                  assertThat(hop.fields()).hasSize(lines.length - 1);
                });
      }
      assertThat(server.visitors()).isEqualTo(3);
    }
  }

  @Test
  void passesInterimAnswersOver() throws IOException {
    try (var server =
        LoneServer.start(
            LoneServer.answers(
                """
                HTTP/1.1 100 Continue\r
                \r
                HTTP/1.1 103 Early Hints\r
                Link: x\r
                \r
                HTTP/1.1 103 Early Hints\r
                \r
                HTTP/1.1 200 x\r
                A: b\r
                \r
                """))) {
      assertThat(visit(server).hops())
          .extracting(Hop::status, Hop::fields)
          .containsExactly(tuple(200, List.of(new Field("A", "b"))));
    }
  }

  @Test
  void doesNotWaitForABodyThatItDoesNotRead() throws IOException {
    try (var server =
        LoneServer.start(
            visitor -> {
              LoneServer.hear(visitor);
              LoneServer.say(visitor, "HTTP/1.1 200 x\r\nContent-Length: 1000000\r\n\r\nx");
              visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
            })) {
      long start = System.nanoTime();

      assertThat(visit(server).end()).isEqualTo(new Visit.Answered());

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: 5\\r\\n\\r\\nhello and more | hello",
        "Connection: close\\r\\n\\r\\nhello | hello",
        "Transfer-Encoding: chunked\\r"
            + "\\n"
            + "\\r"
            + "\\n"
            + "2\\r"
            + "\\n"
            + "he\\r"
            + "\\n"
            + "3;x=y\\r"
            + "\\n"
            + "llo\\r"
            + "\\n"
            + "0\\r"
            + "\\n"
            + "\\r"
            + "\\n"
            + " | hello",
      })
  void readsABodyInAnyFraming(String answer, String body) throws IOException {
    try (var server =
        LoneServer.start(
            LoneServer.answers(
                "HTTP/1.1 200 x\r\n" + answer.replace("\\r", "\r").replace("\\n", "\n")))) {
      assertThat(visit(server, "/", Wanted.FILE).body())
          .isNotNull()
          .extracting(Part::bytes, as(BYTE_ARRAY))
          .asString()
          .isEqualTo(body);
    }
  }

  @Test
  void readsTheBeginningOfAnEndlessBody() throws IOException {
    try (var server =
        LoneServer.start(
            visitor -> {
              LoneServer.hear(visitor);
              LoneServer.say(visitor, "HTTP/1.1 200 x\r\n\r\n");
              while (true) {
                LoneServer.say(visitor, "abcdefgh".repeat(1000));
              }
            })) {
      var visit = visit(server, "/", Wanted.FILE);

      assertThat(visit.end()).isEqualTo(new Visit.Answered());
      assertThat(visit.body())
          .isNotNull()
          .satisfies(body -> assertThat(body.size()).isEqualTo(Lab.LIMITS.bodyBytes()));
    }
  }

  @Test
  void readsNoBodyOfAnError() throws IOException {
    try (var server =
        LoneServer.start(LoneServer.answers("HTTP/1.1 404 x\r\nContent-Length: 5\r\n\r\nhello"))) {
      var visit = visit(server, "/", Wanted.FILE);

      assertThat(visit.end()).isEqualTo(new Visit.Answered());
      assertThat(visit.body()).isNull();
    }
  }

  static Stream<Object[]> bodiesThatCannotBeRead() {
    return Stream.of(
        new Object[] {"Content-Length: 50\r\n\r\nhello", true, Kind.TIMED_OUT},
        new Object[] {"Content-Length: 50\r\n\r\nhello", false, Kind.PROTOCOL_ERROR},
        new Object[] {"Transfer-Encoding: chunked\r\n\r\nxyz\r\n", false, Kind.PROTOCOL_ERROR},
        new Object[] {
          "Transfer-Encoding: chunked\r\n\r\n" + "1".repeat(200_000), true, Kind.TOO_LARGE
        });
  }

  @ParameterizedTest
  @MethodSource("bodiesThatCannotBeRead")
  void keepsTheHeadOfABodyThatCannotBeRead(String answer, boolean stays, Kind kind)
      throws IOException {
    try (var server =
        LoneServer.start(
            visitor -> {
              LoneServer.hear(visitor);
              LoneServer.say(visitor, "HTTP/1.1 200 x\r\n" + answer);
              if (stays) {
                visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
              }
            })) {
      var visit = visit(server, "/", Wanted.FILE);

      assertThat(visit.hops()).hasSize(1);
      assertThat(obstacle(visit).kind()).isEqualTo(kind);
      assertThat(visit.body()).isNull();
    }
  }

  static Stream<Object[]> obstacles() {
    return Stream.of(
        new Object[] {LoneServer.silent(), Kind.TIMED_OUT},
        new Object[] {
          LoneServer.drips("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(99), 50), Kind.TIMED_OUT
        },
        new Object[] {LoneServer.drips("HTTP/1.1 100 x\r\n\r\n".repeat(99), 50), Kind.TIMED_OUT},
        new Object[] {LoneServer.answers(""), Kind.CONNECTION_RESET},
        new Object[] {LoneServer.answers("HTTP/1.1 200 OK\r\nA: b\r\n"), Kind.CONNECTION_RESET},
        new Object[] {
          (LoneServer.Script)
              visitor -> {
                LoneServer.hear(visitor);
                visitor.setSoLinger(true, 0);
              },
          Kind.CONNECTION_RESET
        },
        new Object[] {LoneServer.says("SSH-2.0-x\r\n"), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.answers("ICY 200 OK\r\n\r\n"), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.answers("HTTP/1.1 099 OK\r\n\r\n"), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.answers("<html>\r\n\r\n"), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.answers("HTTP/2 200\r\n\r\n"), Kind.PROTOCOL_ERROR},
        new Object[] {
          LoneServer.answers("\u0015\u0003\u0003\u0000\u0002\u0002F"), Kind.CONNECTION_RESET
        },
        new Object[] {
          LoneServer.answers("HTTP/1.1 200 x\r\n" + "A: b\r\n".repeat(9999)), Kind.TOO_LARGE
        },
        new Object[] {
          LoneServer.answers("HTTP/1.1 200 x\r\nA: " + "b".repeat(99_999)), Kind.TOO_LARGE
        },
        new Object[] {LoneServer.answers("x".repeat(99_999)), Kind.TOO_LARGE},
        new Object[] {LoneServer.answers("HTTP/1.1 100 x\r\n\r\n".repeat(9999)), Kind.TOO_LARGE});
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void saysWhatHidTheAnswer(LoneServer.Script script, Kind kind) throws IOException {
    try (var server = LoneServer.start(script)) {
      long start = System.nanoTime();
      var visit = visit(server);

      assertThat(visit.hops()).isEmpty();
      assertThat(obstacle(visit).kind()).isEqualTo(kind);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void followsRedirectsToOtherHosts() throws IOException {
    names.put("other.test", at("127.0.0.2"));
    try (var server = LoneServer.start(redirect("http://other.test/x"));
        var _ =
            LoneServer.start(
                "127.0.0.2", server.port(), LoneServer.answers("HTTP/1.1 200 x\r\n\r\n"))) {
      var visit = visit(server);

      assertThat(visit.end()).isEqualTo(new Visit.Answered());
      assertThat(visit.hops())
          .extracting(hop -> hop.url() + " " + hop.endpoint().address())
          .containsExactly("http://www.ferry.test/ 127.0.0.1", "http://other.test/x 127.0.0.2");
    }
  }

  @Test
  void endsWhereRedirectsGoRoundInACircle() throws IOException {
    try (var server = LoneServer.start(redirect("/"))) {
      var visit = visit(server);

      assertThat(visit.end()).isEqualTo(new Visit.Endless());
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  @Test
  void doesNotCallACircleEndlessThatACookieMayOpen() throws IOException {
    try (var server =
        LoneServer.start(
            LoneServer.answers("HTTP/1.1 302 x\r\nLocation: /\r\nSet-Cookie: seen=1\r\n\r\n"))) {
      assertThat(obstacle(visit(server)).kind()).isEqualTo(Kind.BLOCKED);
    }
  }

  @Test
  void endsWhenThereIsAlwaysOneMoreRedirect() throws IOException {
    var count = new AtomicInteger();
    try (var server =
        LoneServer.start(visitor -> redirect("/" + count.incrementAndGet()).play(visitor))) {
      var visit = visit(server);

      assertThat(visit.end()).isEqualTo(new Visit.Endless());
      assertThat(visit.hops()).hasSize(Lab.LIMITS.hops());
      assertThat(server.visitors()).isEqualTo(Lab.LIMITS.hops());
    }
  }

  @Test
  void boundsAVisitWithAllItsRedirects() throws IOException {
    var count = new AtomicInteger();
    try (var server =
        LoneServer.start(
            visitor -> {
              LoneServer.hear(visitor);
              Thread.sleep(700);
              LoneServer.say(
                  visitor, "HTTP/1.1 302 x\r\nLocation: /" + count.incrementAndGet() + "\r\n\r\n");
            })) {
      var visit = visit(server);

      assertThat(obstacle(visit).kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(visit.hops()).hasSizeBetween(1, 3); // 2.5 s
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.66.0.1/",
        "http://inside.test/",
        "http://[::ffff:127.66.0.1]/",
        "http://127.66.1/",
        "http://2135031809/",
        "http://0x7f.0x42.0.1/",
        "http://0177.66.1/"
      })
  void connectsToNothingForbiddenWhereverARedirectLeads(String location) throws IOException {
    forbidden = List.of("127.66.0.0/16");
    names.put("inside.test", at("127.66.0.1"));
    try (var server = LoneServer.start(redirect(location));
        var inside = LoneServer.start("127.66.0.1", server.port(), LoneServer.silent())) {
      var visit = visit(server);

      assertThat(visit.hops()).hasSize(1);
      assertThat(obstacle(visit).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
      assertThat(inside.visitors()).isZero();
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://metadata.test/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://[fd00:ec2::254]/",
        "https://100.100.100.200/",
        "http://0.0.0.0/",
        "http://0/",
        "http://167772161/",
        "http://012.1/",
        "http://0xa.0.0.1/",
        "http://10.1:80/",
        "http://2852039166/latest/meta-data/",
        "http://trusted.test@10.0.0.1/",
        "http://[::ffff:a00:1]/",
        "http://\u00ef\u00bc\u0091\u00ef\u00bc\u0090.1/"
      })
  void refusesRedirectsToTheInside(String location) throws IOException {
    names.put("metadata.test", at("169.254.169.254"));
    try (var server = LoneServer.start(redirect(location))) {
      var obstacle = obstacle(visit(server));

      assertThat(obstacle.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
      assertThat(obstacle.detail()).contains(" is in ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://www.ferry.test:22/", "http://other.test:8080/", "ftp://other.test/"})
  void goesToNoOtherPortAndNoOtherScheme(String location) throws IOException {
    try (var server = LoneServer.start(redirect(location))) {
      assertThat(obstacle(visit(server)).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  @Test
  void saysThatNobodyListensOfTheFirstAddressOnly() throws IOException {
    names.put("other.test", at("127.0.0.2"));
    try (var server = LoneServer.start(redirect("http://other.test/"))) {
      assertThat(obstacle(visit(server)).kind()).isEqualTo(Kind.CONNECTION_REFUSED);
    }
    assertThat(visit(LoneServer.closedPort(), "/", Wanted.NOTHING).end())
        .isEqualTo(new Visit.NobodyListens());
  }

  private Visit visit(LoneServer server) {
    return visit(server, "/", Wanted.NOTHING);
  }

  private Visit visit(LoneServer server, String path, Wanted wanted) {
    return visit(server.port(), path, wanted);
  }

  private Visit visit(int port, String path, Wanted wanted) {
    var s = Lab.settings(new InetSocketAddress(LoneServer.home(), 53), port, 443);
    var settings =
        new ScannerSettings(
            s.userAgent(),
            s.resolvers(),
            s.allowedNetworks(),
            forbidden,
            s.httpPort(),
            s.httpsPort(),
            s.smtpPort(),
            s.smtpHelo(),
            null,
            s.limits(),
            s.politeness(),
            s.dns(),
            s.web());
    dialler = new Dialler(settings);
    var limits = settings.limits();
    var errand = new Errand("text/html", wanted, limits.bodyBytes(), limits.hops());
    return new Visitor(settings, dialler, new Handshake())
        .visit(HttpUrl.get("http://" + HOST + path), this::where, errand);
  }

  private Addresses where(String host) {
    var named = names.get(host);
    return named != null
        ? named
        : AddressText.parse(host)
            .<Addresses>map(address -> new Addresses.Known(List.of(address), true))
            .orElseGet(() -> new Addresses.None(new Obstacle(Kind.NO_ADDRESS)));
  }

  private static Addresses at(String address) {
    return new Addresses.Known(List.of(InetAddress.ofLiteral(address)), true);
  }

  private static LoneServer.Script redirect(String location) {
    return LoneServer.answers("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n");
  }

  private static Obstacle obstacle(Visit visit) {
    assertThat(visit.end()).isInstanceOf(Visit.Obstructed.class);
    return ((Visit.Obstructed) visit.end()).obstacle();
  }
}
