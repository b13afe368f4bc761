package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.practice.PracticeSite;
import uk.nhs.estate.practice.PracticeWeb;
import uk.nhs.estate.practice.Reply;
import uk.nhs.estate.practice.Routes;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.register.ScanLevel;

class TlsProbeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final PracticeCa CA = PracticeCa.create(NOW);
  private static final String HOST = "www.ferry.test";

  private final Routes routes = Routes.everything(Reply.text(200, "hello"));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Dialler dialler;

  @AfterEach
  void stop() {
    threads.shutdownNow();
    if (dialler != null) {
      dialler.close();
    }
  }

  @Test
  void keepsTheChainAsItWasSent() throws IOException {
    var identity = CA.issue(CertificateOrder.of(NOW, HOST));
    try (var web = PracticeWeb.start()) {
      web.replace(site(Door.Tls.of(identity)));
      var facts = seen(look(web.addressOf(HOST), web.httpsPort()));

      assertThat(facts.serverName()).isEqualTo(HOST);
      assertThat(facts.endpoint())
          .isEqualTo(new Endpoint(web.addressOf(HOST).getHostAddress(), web.httpsPort()));
      assertThat(completed(facts).certificates()).isEqualTo(identity.chain());
      assertThat(completed(facts).version()).isEqualTo("TLSv1.3");
      assertThat(completed(facts).suite()).startsWith("TLS_AES_");
    }
  }

  @Test
  void isShownTheCertificatesAgainAtEveryLook() throws IOException {
    var order = CertificateOrder.of(NOW, HOST).key(CertificateOrder.Key.RSA_2048);
    var identity = CA.issue(order);
    try (var web = PracticeWeb.start()) {
      for (var version : List.of("TLSv1.2", "TLSv1.3")) {
        web.replace(site(Door.Tls.of(identity).protocols(version)));
        for (int i = 0; i < 3; i++) {
          var facts = seen(look(web.addressOf(HOST), web.httpsPort()));
          assertThat(completed(facts).version()).isEqualTo(version);
          assertThat(completed(facts).chain()).hasSize(2);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CertificateOrder.Chain.class)
  void trustsNothingAndKeepsEverything(CertificateOrder.Chain chain) throws IOException {
    var order =
        CertificateOrder.of(NOW, "someone.else.test")
            .until(NOW.minus(Duration.ofDays(400)))
            .chain(chain);
    var identity = CA.issue(order);
    try (var web = PracticeWeb.start()) {
      web.replace(site(Door.Tls.of(identity)));

      assertThat(completed(seen(look(web.addressOf(HOST), web.httpsPort()))).certificates())
          .isEqualTo(identity.chain());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "40, handshake_failure",
    "70, protocol_version",
    "112, unrecognized_name",
    "80, internal_error",
  })
  void namesTheAlertThatRefusesEveryHandshake(int alert, String name) throws IOException {
    try (var server = LoneServer.start(afterHello("15030300 02 02 %02x".formatted(alert)))) {
      assertThat(seen(look(LoneServer.home(), server.port())).outcome())
          .isEqualTo(new TlsFacts.Failed(List.of("TLSv1.3", "TLSv1.2"), name));
      assertThat(server.visitors()).isGreaterThan(1);
    }
  }

  @Test
  void believesAFailureOnlyWhenItIsSeenTwice() throws IOException {
    var identity = CA.issue(CertificateOrder.of(NOW, HOST));
    try (var web = PracticeWeb.start()) {
      web.replace(site(Door.Tls.of(identity)));
      var first = new AtomicBoolean(true);
      try (var flaky =
          LoneServer.start(
              visitor -> {
                if (first.getAndSet(false)) {
                  afterHello("15030300020228").play(visitor);
                } else {
                  forward(visitor, new InetSocketAddress(web.addressOf(HOST), web.httpsPort()));
                }
              })) {
        assertThat(completed(seen(look(LoneServer.home(), flaky.port()))).chain()).hasSize(2);
      }
    }
  }

  @Test
  void seesAnOldServerThatSpeaksTls10Only() throws IOException {
    try (var server = LoneServer.start(afterHello(serverHello("0301", "c013")))) {
      assertThat(seen(look(LoneServer.home(), server.port())).outcome())
          .isEqualTo(new TlsFacts.Failed(List.of("TLSv1.3", "TLSv1.2"), "answered in TLS 1.0"));
    }
  }

  @Test
  void doesNotBlameAServerForAWarningThatBrowsersPassOver() throws IOException {
    var warning = "15030300020170"; // unrecognized_name
    try (var server = LoneServer.start(afterHello(warning + serverHello("0303", "c02f")))) {
      assertThat(hidden(look(LoneServer.home(), server.port())).kind()).isEqualTo(Kind.TIMED_OUT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 400 Bad Request\r\n\r\n', HTTP/1.1 400 Bad Request\\x0d\\x0a\\x0d\\x0a",
    "'SSH-2.0-OpenSSH_9.2\r\n', SSH-2.0-OpenSSH_9.2\\x0d\\x0a",
    "220 mail, 220 mail",
    "H, H",
  })
  void seesWhatIsNoTls(String says, String answer) throws IOException {
    try (var server =
        LoneServer.start(
            visitor -> {
              LoneServer.say(visitor, says);
              LoneServer.record(visitor);
            })) {
      assertThat(seen(look(LoneServer.home(), server.port())).outcome())
          .isEqualTo(new TlsFacts.NotTls(answer));
      assertThat(server.visitors()).isEqualTo(2);
    }
  }

  @Test
  void seesThatNobodyListens() throws IOException {
    int port = LoneServer.closedPort();

    var facts = seen(look(LoneServer.home(), port));

    assertThat(facts.outcome()).isEqualTo(new TlsFacts.NobodyListens());
    assertThat(facts.endpoint()).isEqualTo(new Endpoint("127.0.0.1", port));
  }

  static Stream<Object[]> obstacles() {
    return Stream.of(
        new Object[] {LoneServer.silent(), Kind.TIMED_OUT},
        new Object[] {LoneServer.drips(hex("16030300ff" + "00".repeat(255)), 100), Kind.TIMED_OUT},
        new Object[] {(LoneServer.Script) visitor -> {}, Kind.CONNECTION_RESET},
        new Object[] {(LoneServer.Script) LoneServer::record, Kind.CONNECTION_RESET},
        new Object[] {
          (LoneServer.Script) visitor -> visitor.setSoLinger(true, 0), Kind.CONNECTION_RESET
        },
        new Object[] {afterHello("1603030004 0e 000000"), Kind.PROTOCOL_ERROR},
        new Object[] {afterHello("1603034fff" + "00".repeat(0x4fff)), Kind.PROTOCOL_ERROR},
        new Object[] {
          afterHello(serverHello("0303", "c02f") + certificates("cafe")), Kind.TIMED_OUT
        },
        new Object[] {endless(), Kind.PROTOCOL_ERROR});
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void doesNotTakeAnObstacleForARefusal(LoneServer.Script script, Kind kind) throws IOException {
    try (var server = LoneServer.start(script)) {
      long start = System.nanoTime();

      assertThat(hidden(look(LoneServer.home(), server.port())).kind()).isEqualTo(kind);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private Sighting look(InetAddress address, int port) {
    var settings = Lab.settings(new InetSocketAddress(LoneServer.home(), 53), port, port);
    dialler = new Dialler(settings);
    return new TlsProbe(settings, dialler, threads, InstantSource.system())
        .look(HOST, new Addresses.Known(List.of(address), true), ScanLevel.PASSIVE);
  }

  private PracticeSite site(Door.Tls tls) {
    return new PracticeSite(HOST, new Door.Closed(), new Door.Https(tls, routes));
  }

  private static TlsFacts seen(Sighting sighting) {
    assertThat(sighting).isInstanceOf(Sighting.Seen.class);
    return (TlsFacts) ((Sighting.Seen) sighting).facts();
  }

  private static Obstacle hidden(Sighting sighting) {
    assertThat(sighting).isInstanceOf(Sighting.Unseen.class);
    return ((Sighting.Unseen) sighting).obstacle();
  }

  private static TlsFacts.Completed completed(TlsFacts facts) {
    assertThat(facts.outcome()).isInstanceOf(TlsFacts.Completed.class);
    assertThat(((TlsFacts.Completed) facts.outcome()).chain())
        .doesNotContain(new Part(new byte[0]));
    return (TlsFacts.Completed) facts.outcome();
  }

  /// Hears the visitor's hello, says these octets and waits for the visitor to leave.
  private static LoneServer.Script afterHello(String hex) {
    return visitor -> {
      LoneServer.record(visitor);
      LoneServer.say(visitor, hex(hex));
      visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
    };
  }

  /// Says nothing but that its certificates are still to come, record after record.
  private static LoneServer.Script endless() {
    return visitor -> {
      LoneServer.record(visitor);
      LoneServer.say(visitor, hex(serverHello("0303", "c02f")));
      var noise = hex("1503030002" + "015a").repeat(1000); // warnings
      while (true) {
        LoneServer.say(visitor, noise);
      }
    };
  }

  private static String serverHello(String version, String suite) {
    var body = version + "00".repeat(32) + "00" + suite + "00" + "0005" + "ff01000100";
    return "16"
        + version
        + "%04x".formatted(4 + body.length() / 2)
        + "02%06x".formatted(body.length() / 2)
        + body;
  }

  private static String certificates(String der) {
    int one = der.length() / 2;
    var body = "%06x%06x".formatted(one + 3, one) + der;
    return "160303"
        + "%04x".formatted(4 + body.length() / 2)
        + "0b%06x".formatted(body.length() / 2)
        + body;
  }

  private static String hex(String digits) {
    var octets = HexFormat.of().parseHex(digits.replace(" ", ""));
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static void forward(Socket visitor, InetSocketAddress to) throws IOException {
    try (var server = new Socket(to.getAddress(), to.getPort())) {
      var back =
          Thread.startVirtualThread(
              () -> {
                try {
                  server.getInputStream().transferTo(visitor.getOutputStream());
                } catch (IOException _) {
                  // one of them left
                }
              });
      visitor.getInputStream().transferTo(server.getOutputStream());
      back.interrupt();
    }
  }
}
