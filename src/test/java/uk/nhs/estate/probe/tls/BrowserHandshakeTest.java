package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.lab.Awkward;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.lab.LabTls;
import uk.nhs.estate.lab.Manners;
import uk.nhs.estate.lab.Relay;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.practice.PracticeSite;
import uk.nhs.estate.practice.PracticeWeb;
import uk.nhs.estate.practice.Reply;
import uk.nhs.estate.practice.Routes;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.TimeLimit;
import uk.nhs.estate.probe.tls.BrowserHandshake.Completed;
import uk.nhs.estate.probe.tls.BrowserHandshake.Ending;
import uk.nhs.estate.probe.tls.BrowserHandshake.Hidden;
import uk.nhs.estate.probe.tls.BrowserHandshake.Refused;

class BrowserHandshakeTest {
  /// For who answers, however busy the machine is.
  private static final Duration AMPLE = Duration.ofSeconds(20);

  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  /// What is seen of how it ended, while the line is open.
  interface Then {
    void with(Ending ending) throws IOException;
  }

  private static void shake(LoneServer.Script script, Then then) throws IOException {
    try (var server = LoneServer.start(script)) {
      shake(LoneServer.home(), server.port(), AMPLE, then);
    }
  }

  private static void shake(InetAddress address, int port, Duration patience, Then then)
      throws IOException {
    try (var dialler = Doorways.dialler(port);
        var line = dialler.dial(address, port, TimeLimit.of(patience))) {
      then.with(
          new BrowserHandshake(new KeyHalves())
              .on(line, LabIdentity.HOST, List.of("h2", "http/1.1"), TimeLimit.of(patience)));
    }
  }

  private static Obstacle.Kind kind(Ending ending) {
    assertThat(ending).isInstanceOf(Hidden.class);
    return ((Hidden) ending).obstacle().kind();
  }

  @ParameterizedTest
  @CsvSource({
    "0x0304, TLSv1.3, TLS_AES_128_GCM_SHA256",
    "0x0303, TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
  })
  void keepsWhatWasAgreedOnAndTheChain(int version, String name, String suite) throws IOException {
    var chain = LabIdentity.of(LabIdentity.Kind.P256).chain().stream().map(Part::new).toList();
    shake(
        LabTls.server().versions(version).protocols("h2").script(),
        ending -> {
          assertThat(ending).isInstanceOf(Completed.class);
          var secured = ((Completed) ending).secured();
          assertThat(secured.completed())
              .isEqualTo(new TlsFacts.Completed(name, suite, "h2", chain));
          assertThat(secured.proof()).isEqualTo(Proof.RIGHT);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void talksUnderTlsAfterwards(String version) throws IOException {
    var now = Instant.now();
    var identity = PracticeCa.create(now).issue(CertificateOrder.of(now, LabIdentity.HOST));
    try (var web = PracticeWeb.start()) {
      web.replace(
          new PracticeSite(
              LabIdentity.HOST,
              new Door.Closed(),
              new Door.Https(
                  Door.Tls.of(identity).protocols(version),
                  Routes.everything(Reply.text(200, "hello")))));
      shake(
          web.addressOf(LabIdentity.HOST),
          web.httpsPort(),
          AMPLE,
          ending -> {
            var secured = ((Completed) ending).secured();
            secured
                .output()
                .write(
                    "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                        .formatted(LabIdentity.HOST)
                        .getBytes(StandardCharsets.US_ASCII));
            secured.output().flush();
            assertThat(new String(secured.input().readAllBytes(), StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 200")
                .endsWith("hello");
            secured.sayGoodbye();
          });
    }
  }

  @Test
  void namesTheAlertThatRefusesIt() throws IOException {
    shake(
        LabTls.server().suites(0x0005).script(),
        ending ->
            assertThat(ending)
                .isEqualTo(new Refused(new TlsFacts.Failed(VERSIONS, "handshake_failure"))));
    shake(
        LabTls.server().versions(TLS_1_2).needsCertificate().script(),
        ending ->
            assertThat(ending)
                .isEqualTo(new Refused(new TlsFacts.Failed(VERSIONS, "handshake_failure"))));
  }

  @Test
  void saysInWhichVersionItWasAnswered() throws IOException {
    var hello =
        HexFormat.of()
            .parseHex("160301002a02000026" + "0301" + "00".repeat(32) + "00" + "c013" + "00");
    shake(
        Awkward.answers(_ -> hello),
        ending ->
            assertThat(ending)
                .isEqualTo(new Refused(new TlsFacts.Failed(VERSIONS, "answered in TLS 1.0"))));
  }

  @Test
  void showsWhatIsNotTls() throws IOException {
    shake(
        LoneServer.says("HTTP/1.1 400 Bad Request\r\n\r\n"),
        ending ->
            assertThat(ending)
                .isEqualTo(
                    new Refused(
                        new TlsFacts.NotTls("HTTP/1.1 400 Bad Request\\x0d\\x0a\\x0d\\x0a"))));
  }

  @Test
  void saysNothingOfWhatTheNetworkHides() throws IOException {
    try (var silent = LoneServer.start(LoneServer.silent())) {
      shake(
          LoneServer.home(),
          silent.port(),
          Duration.ofMillis(200),
          ending -> assertThat(kind(ending)).isEqualTo(Obstacle.Kind.TIMED_OUT));
    }
    shake(
        visitor -> {
          LoneServer.record(visitor); // else the reset may come while we are still connecting
          Awkward.reset(visitor);
        },
        ending -> assertThat(kind(ending)).isEqualTo(Obstacle.Kind.CONNECTION_RESET));
    shake(
        Awkward.endlessWarnings(),
        ending -> assertThat(kind(ending)).isEqualTo(Obstacle.Kind.PROTOCOL_ERROR));
  }

  @Test
  void bearsMessagesInPieces() throws IOException {
    try (var real = LabTls.server().start()) {
      shake(
          Relay.to(real.port(), Manners.inSegments(7)),
          ending -> assertThat(ending).isInstanceOf(Completed.class));
    }
  }
}
