package uk.nhs.estate.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Part;
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
import uk.nhs.estate.store.FactsJson;

/// Visits servers over TLS that do what no server should: every look ends, within its limits, as a
/// sighting that says what happened.
class HostileServerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String HOST = "www.ferry.test";
  private static final int PAGE = 64 * 1024;
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final Identity IDENTITY =
      PracticeCa.create(NOW).issue(CertificateOrder.of(NOW, HOST));

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String CUT = "answered 200, the content is cut at " + PAGE;
  private static final String UNREAD = "answered 200, the content is not read";

  private final Set<String> asked = new HashSet<>();

  static Stream<Arguments> servers() throws IOException {
    var x = "x".repeat(8192);
    var bomb = gzip("\u0000".repeat(30_000_000));
    return Stream.of(
        // no end
        endless("headers", OK, "A: b\r\n".repeat(1000), "TOO_LARGE"),
        endless("a header line", OK + "A: ", x, "TOO_LARGE"),
        endless("a status line", "HTTP/1.1 200 ", x, "TOO_LARGE"),
        endless("a line that is none", "", x, "TOO_LARGE"),
        endless("interim answers", "", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100), "TOO_LARGE"),
        endless("content until the end", OK + "\r\n", x, CUT),
        endless("chunks", CHUNKED, "2000\r\n" + x + "\r\n", CUT),
        endless("tiny chunks", CHUNKED, "1\r\nx\r\n".repeat(1000), UNREAD),
        endless("a chunk extension", CHUNKED + "5;", x, UNREAD),
        endless("a chunk size", CHUNKED, "1".repeat(8192), UNREAD),
        endless("trailers", CHUNKED + "5\r\nhello\r\n0\r\n", "A: b\r\n".repeat(1000), UNREAD),
        // too large
        says("a cookie of 10 MB", OK + "Set-Cookie: a=" + "b".repeat(10_000_000), "TOO_LARGE"),
        says("50,000 cookies", OK + "Set-Cookie: a=b\r\n".repeat(50_000) + "\r\n", "TOO_LARGE"),
        says(
            "a redirect of 1 MB",
            "HTTP/1.1 302 x\r\nLocation: /" + "a".repeat(1_000_000) + "\r\n\r\n",
            "TOO_LARGE"),
        says("a gzip bomb", OK + "Content-Encoding: gzip\r\n\r\n" + bomb, CUT),
        says("a bomb in gzip", OK + "Content-Encoding: gzip, gzip\r\n\r\n" + gzip(bomb), UNREAD),
        // no sense
        says("a bad chunk", CHUNKED + "zz\r\nhello\r\n0\r\n\r\n", UNREAD),
        says("a negative chunk", CHUNKED + "-5\r\nhello\r\n0\r\n\r\n", UNREAD),
        says("a chunk of 2^70", CHUNKED + "400000000000000000\r\nhello\r\n0\r\n\r\n", UNREAD),
        says("a negative length", OK + "Content-Length: -1\r\n\r\nhello", "answered 200, hello"),
        says(
            "two lengths",
            OK + "Content-Length: -1\r\nContent-Length: 18446744073709551616\r\n\r\nhello",
            "answered 200, hello"),
        says("status 999", "HTTP/1.1 999 x\r\nContent-Length: 5\r\n\r\nhello", "answered 999, hello"),
        says("status 1000", "HTTP/1.1 1000 x\r\n\r\nhello", "PROTOCOL_ERROR"),
        says("no status line", "<html>hello</html>\r\n\r\n", "PROTOCOL_ERROR"),
        says("HTTP/9.9", "HTTP/9.9 banana\r\n\r\n", "PROTOCOL_ERROR"),
        says("nothing", "", "CONNECTION_RESET"),
        // nowhere
        says("to itself", redirect("/"), "endless, 1 hops"),
        says("to nothing", redirect(""), "endless, 1 hops"),
        says("to a file", redirect("file:///etc/passwd"), "FORBIDDEN_ADDRESS"),
        says("to a script", redirect("javascript:alert(1)"), "FORBIDDEN_ADDRESS"),
        says("to gopher", redirect("gopher://127.0.0.1:6379/_INFO"), "FORBIDDEN_ADDRESS"),
        says("to a port", redirect("https://" + HOST + ":25/"), "FORBIDDEN_ADDRESS"),
        says("to a number", redirect("http://2852039166/"), "FORBIDDEN_ADDRESS"),
        says("to no address", redirect("http://1.2.3.4.5/"), "PROTOCOL_ERROR"),
        says("to a name", redirect("http://inside.test/"), "FORBIDDEN_ADDRESS"),
        says("to nobody", redirect("http://gone.test/"), "NO_ADDRESS"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void endsAsASightingThatSaysWhatHappened(String what, LoneServer.Script script, String outcome)
      throws IOException {
    assertThat(outcome(glance(script, LONG))).as(what).isEqualTo(outcome);
  }

  /// All at once, as each takes all the time there is.
  @Test
  void endsWhenTheTimeIsUpHoweverTheServerStalls() throws Exception {
    var stalls =
        List.of(
            stalls("in the first line", "HTTP/1.1 2", "TIMED_OUT"),
            stalls("in the header", OK + "A: b\r\n", "TIMED_OUT"),
            stalls("after an interim answer", "HTTP/1.1 100 x\r\n\r\n", "TIMED_OUT"),
            stalls("short of its length", OK + "Content-Length: 1000000000\r\n\r\nhello", UNREAD),
            stalls("within a chunk", CHUNKED + "50\r\nhello", UNREAD),
            drips("its header", "", OK + "A: b\r\n".repeat(100), "TIMED_OUT"),
            drips("interim answers", "", "HTTP/1.1 103 x\r\n\r\n".repeat(100), "TIMED_OUT"),
            drips("its content", OK + "Content-Length: 1000000\r\n\r\n", "x".repeat(999), UNREAD));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          threads.invokeAll(
              stalls.stream()
                  .<Callable<String>>map(stall -> () -> outcome(glance(stall.script(), SHORT)))
                  .toList());
      for (int at = 0; at < stalls.size(); at++) {
        var stall = stalls.get(at);
        assertThat(looks.get(at).get()).as(stall.what()).isEqualTo(stall.outcome());
      }
    }
  }

  private record Stall(String what, LoneServer.Script script, String outcome) {}

  @Test
  void asksForABoundedNumberOfHostsHoweverManyAreNamed() throws IOException {
    var count = new AtomicInteger();
    var sighting =
        glance(
            LoneServer.keepsAnswering(
                _ -> redirect("https://other" + count.incrementAndGet() + ".test/")),
            LONG);

    assertThat(outcome(sighting)).isEqualTo("endless, " + Lab.LIMITS.hops() + " hops");
    assertThat(asked).hasSize(Lab.LIMITS.hops() - 1);
  }

  @Test
  void keepsEveryOctetOfAHeaderSafely() throws IOException {
    var odd = new StringBuilder();
    for (char octet = 0; octet < 0x100; octet++) {
      odd.append(octet == '\r' || octet == '\n' ? '.' : octet);
    }
    var sighting =
        glance(LoneServer.answers(OK + "A: x" + odd + "x\r\n\r\n<p>\u0000\u00ff"), LONG);

    var facts = (HttpFacts) ((Sighting.Seen) sighting).facts();
    assertThat(facts.secure().hops().getFirst().fields())
        .containsExactly(new Hop.Field("A", "x" + odd + "x"));
    var kept = FactsJson.keep(facts);
    assertThat(kept.json()).matches("[ -\\x7f]*");
    assertThat(FactsJson.read(kept.json(), HttpFacts.class, hash -> bytes(kept.parts(), hash)))
        .isEqualTo(facts);
  }

  private static byte[] bytes(Map<String, Part> parts, String hash) {
    var part = parts.get(hash);
    assertThat(part).isNotNull();
    return part.bytes();
  }

  private Sighting glance(LoneServer.Script script, Duration visit) throws IOException {
    try (var server = LoneServer.start(LoneServer.overTls(IDENTITY, script))) {
      var settings = settings(server.port(), visit);
      try (var dialler = new Dialler(settings)) {
        var probe = new HttpProbe(settings, dialler, this::addresses, InstantSource.fixed(NOW));
        return probe.glance(
            HOST, new Addresses.Known(List.of(LoneServer.home()), true), List.of());
      }
    }
  }

  private AddressFacts addresses(String host) {
    asked.add(host);
    var found =
        host.startsWith("other") || host.startsWith("inside")
            ? new Lookup.Found(
                List.of(),
                List.of(
                    new Lookup.ResourceRecord(
                        host, 60, "A", host.startsWith("inside") ? "10.0.0.1" : "127.0.0.1")))
            : new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of());
    return new AddressFacts(
        NOW,
        new Lookup(host, "A", found),
        new Lookup(host, "AAAA", new Lookup.Absent(Lookup.Absence.NODATA, List.of())));
  }

  private static ScannerSettings settings(int httpsPort, Duration visit) {
    var s = Lab.settings(new InetSocketAddress(LoneServer.home(), 53), 80, httpsPort);
    var l = Lab.LIMITS;
    return new ScannerSettings(
        s.userAgent(),
        s.resolvers(),
        s.allowedNetworks(),
        s.forbiddenNetworks(),
        s.httpPort(),
        s.httpsPort(),
        s.smtpPort(),
        s.smtpHelo(),
        s.trustStore(),
        new ScannerSettings.Limits(
            l.dnsTry(),
            l.dnsTries(),
            l.connect(),
            l.handshake(),
            visit,
            l.hops(),
            l.headerBytes(),
            l.bodyBytes(),
            l.addresses()),
        s.politeness(),
        s.dns(),
        new ScannerSettings.Web(PAGE, 0, 0, Duration.ZERO));
  }

  private static String outcome(Sighting sighting) {
    return switch (sighting) {
      case Sighting.Unseen(_, var obstacle) -> obstacle.kind().name();
      case Sighting.Seen(_, HttpFacts facts) -> outcome(facts.secure());
      case Sighting.Seen seen -> throw new AssertionError(seen);
    };
  }

  private static String outcome(Visit visit) {
    return switch (visit.end()) {
      case Visit.Obstructed(var obstacle) -> obstacle.kind().name();
      case Visit.NobodyListens _ -> "nobody listens";
      case Visit.Endless _ -> "endless, " + visit.hops().size() + " hops";
      case Visit.Answered _ ->
          "answered " + visit.hops().getLast().status() + ", " + content(visit);
    };
  }

  private static String content(Visit visit) {
    var body = visit.body();
    if (body == null) {
      return visit.bodyCut() ? "the content is not read" : "there is no content";
    }
    return visit.bodyCut() ? "the content is cut at " + body.size() : body.text();
  }

  private static Arguments endless(String what, String first, String then, String outcome) {
    LoneServer.Script script =
        visitor -> {
          LoneServer.hear(visitor);
          LoneServer.say(visitor, first);
          while (true) {
            LoneServer.say(visitor, then);
          }
        };
    return Arguments.of("never ends: " + what, script, outcome);
  }

  private static Arguments says(String what, String octets, String outcome) {
    return Arguments.of("says: " + what, LoneServer.answers(octets), outcome);
  }

  private static Stall stalls(String where, String octets, String outcome) {
    return new Stall(
        "stalls " + where,
        visitor -> {
          LoneServer.hear(visitor);
          LoneServer.say(visitor, octets);
          visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
        },
        outcome);
  }

  private static Stall drips(String what, String first, String then, String outcome) {
    return new Stall(
        "drips " + what,
        visitor -> {
          LoneServer.hear(visitor);
          LoneServer.say(visitor, first);
          LoneServer.drips(then, 100).play(visitor);
        },
        outcome);
  }

  private static String redirect(String location) {
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static String gzip(String octets) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
    }
    return packed.toString(StandardCharsets.ISO_8859_1);
  }
}
