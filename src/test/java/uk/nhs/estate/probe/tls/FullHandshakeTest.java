package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.lab.LabIdentity.Kind;
import uk.nhs.estate.lab.LabTls;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsPosture.Ticket;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.practice.PracticeSite;
import uk.nhs.estate.practice.PracticeWeb;
import uk.nhs.estate.practice.Reply;
import uk.nhs.estate.practice.Routes;
import uk.nhs.estate.probe.LoneServer;

class FullHandshakeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final KeyHalves HALVES = new KeyHalves();
  private static final FullHandshake HANDSHAKE = new FullHandshake(HALVES);
  private static LoneServer everything;

  @BeforeAll
  static void start() throws IOException {
    everything =
        LabTls.server()
            .versions(TLS_1_0, TLS_1_1, TLS_1_2, TLS_1_3)
            .suites(Stream.of(SpokenSuite.values()).map(SpokenSuite::code).toArray(Integer[]::new))
            .protocols("h2", "http/1.1")
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    everything.close();
  }

  /// What became of a handshake with a server.
  interface Then {
    void with(Secured secured) throws IOException;
  }

  private static void shake(int port, Terms terms, Then then) throws IOException {
    shake(new InetSocketAddress(LoneServer.home(), port), terms, then);
  }

  private static void shake(InetSocketAddress place, Terms terms, Then then) throws IOException {
    try (var socket = new Socket(place.getAddress(), place.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      then.with(HANDSHAKE.on(socket.getInputStream(), socket.getOutputStream(), terms));
    }
  }

  private static Terms browsers() {
    return Terms.ofBrowsers(LabIdentity.HOST, List.of("h2", "http/1.1"));
  }

  static Stream<Arguments> suitesByVersion() {
    return Stream.of(TLS_1_0, TLS_1_1, TLS_1_2, TLS_1_3)
        .flatMap(
            version ->
                Stream.of(SpokenSuite.values())
                    .filter(suite -> suite.isOf(version))
                    .map(suite -> Arguments.of(version, suite)));
  }

  @ParameterizedTest
  @MethodSource("suitesByVersion")
  void finishesWithEverySuiteThatItOffers(int version, SpokenSuite suite) throws IOException {
    shake(
        everything.port(),
        Terms.of(version, LabIdentity.HOST, List.of("http/1.1")).suites(List.of(suite)),
        secured -> {
          assertThat(secured.agreed().version()).isEqualTo(version);
          assertThat(secured.completed().suite()).isEqualTo(suite.name());
          assertThat(secured.completed().alpn()).isEqualTo("http/1.1");
          assertThat(secured.completed().chain()).hasSize(1);
          assertThat(secured.proof()).isEqualTo(Proof.RIGHT);
          secured.output().write(new byte[20_000]);
          secured.output().flush();
          secured.leave();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {0x17, 0x18, 0x19, 0x1d, 0x1e, 0x100, 0x101, 0x11eb, 0x11ec, 0x11ed})
  void agreesInEveryGroupThatItOffers(int group) throws IOException {
    try (var server = LabTls.server().groups(group).start()) {
      shake(
          server.port(),
          browsers(),
          secured -> {
            assertThat(secured.agreed().version()).isEqualTo(TLS_1_3);
            assertThat(secured.agreed().group()).isEqualTo(group);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"RSA_2048", "P256", "P384", "P521", "ED25519", "ED448"})
  void verifiesTheProofOfEveryKindOfKey(Kind kind) throws IOException {
    try (var server = LabTls.server().identities(kind).start()) {
      for (int version : new int[] {TLS_1_2, TLS_1_3}) {
        shake(
            server.port(),
            Terms.of(version, LabIdentity.HOST, List.of()),
            secured -> {
              assertThat(secured.proof()).isEqualTo(Proof.RIGHT);
              assertThat(secured.agreed().shown().chain())
                  .containsExactly(new Part(LabIdentity.of(kind).chain().getFirst()));
              assertThat(secured.agreed().shown().scheme()).isNotNull();
            });
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {TLS_1_2, TLS_1_3})
  void seesThatAProofIsMadeWithAnotherKey(int version) throws IOException {
    var other =
        new LabIdentity(
            Kind.P256,
            LabIdentity.of(Kind.P256).key(),
            LabIdentity.named(Kind.P256, LabIdentity.HOST).chain());
    try (var server = LabTls.server().identities(other).start()) {
      shake(
          server.port(),
          Terms.of(version, LabIdentity.HOST, List.of()),
          secured -> assertThat(secured.proof()).isEqualTo(Proof.WRONG));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {TLS_1_2, TLS_1_3})
  void keepsTheStapleAndTheTimestamps(int version) throws IOException {
    var list = new byte[] {0, 3, 0, 1, 7};
    try (var server = LabTls.server().timestamps(list).start()) {
      shake(
          server.port(),
          Terms.of(version, LabIdentity.HOST, List.of()),
          secured -> assertThat(secured.agreed().shown().scts()).isEqualTo(new Part(list)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {TLS_1_2, TLS_1_3})
  void goesOnWithoutACertificateOfItsOwn(int version) throws IOException {
    try (var server = LabTls.server().asksForCertificate().start()) {
      shake(
          server.port(),
          Terms.of(version, LabIdentity.HOST, List.of()),
          secured -> {
            assertThat(secured.agreed().asksForCertificate()).isTrue();
            secured.leave();
          });
    }
  }

  @Test
  void hearsThatACertificateIsRequired() throws IOException {
    try (var server = LabTls.server().needsCertificate().start()) {
      assertThatThrownBy(
              () ->
                  shake(
                      server.port(),
                      Terms.of(TLS_1_3, LabIdentity.HOST, List.of()),
                      Secured::leave))
          .isInstanceOf(Alerted.class);
      assertThatThrownBy(
              () ->
                  shake(
                      server.port(),
                      Terms.of(TLS_1_2, LabIdentity.HOST, List.of()),
                      Secured::leave))
          .isInstanceOf(NoCertificate.class);
    }
  }

  @Test
  void resumesSessionsOfThisPlatform() throws IOException {
    var now = Instant.now();
    var identity = PracticeCa.create(now).issue(CertificateOrder.of(now, LabIdentity.HOST));
    try (var web = PracticeWeb.start()) {
      web.replace(
          new PracticeSite(
              LabIdentity.HOST,
              new Door.Closed(),
              new Door.Https(Door.Tls.of(identity), Routes.everything(Reply.text(200, "hello")))));
      var place = new InetSocketAddress(web.addressOf(LabIdentity.HOST), web.httpsPort());
      var before13 = Terms.of(TLS_1_2, LabIdentity.HOST, List.of());

      var idsOnly = before13.withoutTickets();
      shake(place, idsOnly, first -> resumes(place, idsOnly, left(first)));
      shake(
          place,
          before13,
          first -> {
            var session = left(first).id(ClientHello.randomOctets(32));
            assertThat(first.tickets()).extracting(Ticket::version).containsExactly(TLS_1_2);
            resumes(place, before13, session);
          });
      var terms = Terms.of(TLS_1_3, LabIdentity.HOST, List.of());
      shake(
          place,
          terms,
          first -> {
            first.leave();
            assertThat(first.tickets()).extracting(Ticket::earlyData).containsOnly(0L);
            resumes(place, terms, first.session().orElseThrow());
          });
    }
  }

  private static PastSession.Known left(Secured secured) throws IOException {
    secured.leave();
    return secured.known();
  }

  private static void resumes(InetSocketAddress place, Terms terms, PastSession session)
      throws IOException {
    shake(
        place,
        terms.resuming(session),
        second -> {
          assertThat(second.agreed().resumed()).isTrue();
          assertThat(second.completed().chain()).isEmpty();
        });
  }
}
