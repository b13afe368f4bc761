package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.lab.Awkward;
import uk.nhs.estate.lab.Flawed;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.lab.LabIdentity.Kind;
import uk.nhs.estate.lab.LabJsse;
import uk.nhs.estate.lab.LabTls;
import uk.nhs.estate.lab.Relay;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Effort;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Shown;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.TlsPosture.Ticket;
import uk.nhs.estate.observation.TlsPosture.VersionTried;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.register.ScanLevel;

class BehavioursTest {
  private static final int ECDHE_ECDSA_AES_128_GCM = 0xc02b;
  private static final int RSA_AES_128_GCM = 0x009c;

  /// As many connections as all of this may cost at a host of Mozilla's intermediate profile.
  private static final int FEW = 8;

  /// For who answers, however busy the machine is.
  private static final Allowance AMPLE =
      new Allowance(1, 400, Duration.ofSeconds(10), Duration.ofSeconds(100), 1 << 20);

  private static LabJsse jsse;
  private static LoneServer platform;

  @BeforeAll
  static void start() throws IOException {
    jsse = LabJsse.start(LabIdentity.of(Kind.P256));
    platform =
        jsse.serve(
            true,
            List.of("TLSv1.2", "TLSv1.3"),
            List.of("TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"));
  }

  @AfterAll
  static void stop() throws IOException {
    jsse.close();
  }

  private static TlsPosture found(int suite, Integer... versions) {
    return new TlsPosture(
        TlsPosture.VERSIONS.stream()
            .map(
                version ->
                    new VersionTried(
                        version,
                        List.of(versions).contains(version) ? new TakenUp("") : new TurnedDown("")))
            .toList(),
        List.of(new Suites(TLS_1_2, List.of(suite), Order.ONE, null)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Effort(0, 0, 0));
  }

  private static TlsPosture look(LoneServer server, TlsPosture found, ScanLevel level) {
    return look(server, found, level, AMPLE);
  }

  private static TlsPosture look(
      LoneServer server, TlsPosture found, ScanLevel level, Allowance allowance) {
    try (var dialler = Doorways.dialler(server.port());
        var porter = new Porter(Doorways.to(dialler, server.port()), allowance)) {
      return Behaviours.of(porter, new KeyHalves(), LabIdentity.HOST, found, null, level)
          .addedTo(found, porter.effort());
    }
  }

  private static TlsPosture look(LabTls lab, Integer... versions) throws IOException {
    try (var server = lab.versions(versions).start()) {
      return look(server, found(ECDHE_ECDSA_AES_128_GCM, versions), ScanLevel.ORDINARY);
    }
  }

  private static Trial flaw(Behaviour behaviour, LoneServer.Script script, int suite)
      throws IOException {
    try (var server = LoneServer.start(script)) {
      return look(server, found(suite, TLS_1_2), ScanLevel.THOROUGH).behaviour(behaviour);
    }
  }

  private static Trial flaw(Behaviour behaviour, LoneServer.Script script) throws IOException {
    return flaw(behaviour, script, ECDHE_ECDSA_AES_128_GCM);
  }

  @Test
  void triesOutAllThatAnIntermediateServerDoesInFewConnections() {
    var posture =
        look(platform, found(ECDHE_ECDSA_AES_128_GCM, TLS_1_2, TLS_1_3), ScanLevel.ORDINARY);

    assertThat(
            Stream.of(
                Behaviour.RESUMPTION_ID,
                Behaviour.RESUMPTION_TICKET,
                Behaviour.RESUMPTION_PSK,
                Behaviour.CLIENT_RENEGOTIATION))
        .allSatisfy(it -> assertThat(posture.behaviour(it)).isInstanceOf(TakenUp.class));
    assertThat(posture.tickets())
        .extracting(Ticket::version)
        .containsExactlyInAnyOrder(TLS_1_2, TLS_1_3);
    assertThat(posture.behaviour(Behaviour.CLIENT_CERTIFICATE_REQUESTED))
        .isInstanceOf(TurnedDown.class);
    assertThat(posture.behaviour(Behaviour.CLIENT_CERTIFICATE_REQUIRED))
        .isInstanceOf(TurnedDown.class);
    assertThat(posture.effort().connections()).isLessThanOrEqualTo(FEW);
  }

  @ParameterizedTest
  @EnumSource(
      value = Behaviour.class,
      names = {"HEARTBLEED", "CCS_INJECTION", "ROBOT", "TICKETBLEED"})
  void looksForNoFlawBelowLevelThree(Behaviour flaw) {
    var posture = look(platform, found(RSA_AES_128_GCM, TLS_1_2), ScanLevel.ORDINARY);

    assertThat(posture.behaviour(flaw))
        .isEqualTo(new Undecided(new Obstacle(Obstacle.Kind.SCAN_LEVEL)));
  }

  @Test
  void saysWhatAServerDoesNotDo() throws IOException {
    var posture = look(LabTls.server(), TLS_1_2, TLS_1_3);

    assertThat(
            Stream.of(
                Behaviour.RESUMPTION_ID,
                Behaviour.RESUMPTION_TICKET,
                Behaviour.RESUMPTION_PSK,
                Behaviour.CLIENT_RENEGOTIATION,
                Behaviour.CLIENT_CERTIFICATE_REQUESTED,
                Behaviour.HEARTBEAT))
        .allSatisfy(it -> assertThat(posture.behaviour(it)).isInstanceOf(TurnedDown.class));
    assertThat(posture.tickets()).isEmpty();
  }

  @Test
  void saysNothingOfAServerThatSaysNothing() throws IOException {
    try (var server = LoneServer.start(LoneServer.silent())) {
      var posture =
          look(
              server, found(RSA_AES_128_GCM, TLS_1_2, TLS_1_3), ScanLevel.THOROUGH, Postures.BRIEF);

      assertThat(posture.behaviours())
          .isNotEmpty()
          .allSatisfy(its -> assertThat(its.trial()).isInstanceOf(Undecided.class));
      assertThat(posture.behaviour(Behaviour.RESUMPTION_PSK))
          .extracting(its -> ((Undecided) its).obstacle().kind())
          .isEqualTo(Obstacle.Kind.TIMED_OUT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {TLS_1_2, TLS_1_3})
  void seesThatACertificateIsRequested(int version) throws IOException {
    var posture = look(LabTls.server().asksForCertificate(), version);

    assertThat(posture.behaviour(Behaviour.CLIENT_CERTIFICATE_REQUESTED))
        .isInstanceOf(TakenUp.class);
    assertThat(posture.behaviour(Behaviour.CLIENT_CERTIFICATE_REQUIRED))
        .isInstanceOf(TurnedDown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {TLS_1_2, TLS_1_3})
  void seesThatACertificateIsRequired(int version) throws IOException {
    var posture = look(LabTls.server().needsCertificate(), version);

    assertThat(posture.behaviour(Behaviour.CLIENT_CERTIFICATE_REQUESTED))
        .isInstanceOf(TakenUp.class);
    assertThat(posture.behaviour(Behaviour.CLIENT_CERTIFICATE_REQUIRED))
        .isInstanceOf(TakenUp.class);
  }

  @Test
  void showsTheChainsOfAServerThatSpeaksTls13Only() throws IOException {
    var other = LabIdentity.named(Kind.P256, "other.lab.test");
    var posture = look(LabTls.server().protocols("h2").forOthers(other), TLS_1_3);

    assertThat(posture.chains())
        .extracting(Shown::serverName, its -> its.chain().getFirst())
        .containsExactlyInAnyOrder(
            tuple(LabIdentity.HOST, leaf(LabIdentity.of(Kind.P256))),
            tuple(LabIdentity.HOST, leaf(LabIdentity.of(Kind.RSA_2048))),
            tuple(null, leaf(other)));
    assertThat(posture.behaviour(Behaviour.ALPN_H2)).isInstanceOf(TakenUp.class);
    assertThat(posture.behaviour(Behaviour.ALPN_HTTP_1_1)).isInstanceOf(TurnedDown.class);
    assertThat(posture.behaviour(Behaviour.NO_SERVER_NAME)).isInstanceOf(TakenUp.class);
  }

  private static Part leaf(LabIdentity identity) {
    return new Part(identity.chain().getFirst());
  }

  @Test
  void findsHeartbleed() throws IOException {
    var lab = LabTls.server().versions(TLS_1_2).heartbeat();
    try (var real = lab.start()) {
      assertThat(flaw(Behaviour.HEARTBLEED, Flawed.heartbleed(real.port())))
          .isEqualTo(new TakenUp("4 octets more came back than were sent, twice"));
      assertThat(flaw(Behaviour.HEARTBLEED, Flawed.soundHeartbeat(real.port())))
          .isEqualTo(new TurnedDown("no more comes back than was sent"));
    }
    assertThat(flaw(Behaviour.HEARTBLEED, lab.script()))
        .isEqualTo(new TurnedDown("no heartbeat is answered"));
    assertThat(flaw(Behaviour.HEARTBLEED, LabTls.server().versions(TLS_1_2).script()))
        .isEqualTo(new TurnedDown("no heartbeats are agreed on"));
  }

  @Test
  void findsThatAnEarlyChangeCipherSpecIsTaken() throws IOException {
    var lab = LabTls.server().versions(TLS_1_2);
    try (var real = lab.start()) {
      assertThat(flaw(Behaviour.CCS_INJECTION, Flawed.ccsInjection(real.port())))
          .isEqualTo(new TakenUp("alert bad_record_mac after an early ChangeCipherSpec, twice"));
    }
    assertThat(flaw(Behaviour.CCS_INJECTION, lab.script())).isInstanceOf(TurnedDown.class);
    assertThat(silentFlaws().behaviour(Behaviour.CCS_INJECTION)).isInstanceOf(Undecided.class);
  }

  private static @Nullable TlsPosture silentFlaws;

  /// What can be seen at a server that says nothing after its first flight; looked at once, as it
  /// takes long.
  private static TlsPosture silentFlaws() throws IOException {
    if (silentFlaws == null) {
      silentFlaws = lookAtSilentFlaws();
    }
    return silentFlaws;
  }

  private static TlsPosture lookAtSilentFlaws() throws IOException {
    var chain = LabIdentity.of(Kind.RSA_2048).chain();
    try (var server = LoneServer.start(Awkward.certificate(chain.getFirst()))) {
      return look(server, found(RSA_AES_128_GCM, TLS_1_2), ScanLevel.THOROUGH, Postures.BRIEF);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Flawed.Tell.class,
      names = {"ALERT", "HANGING_UP", "SILENCE"})
  void findsThatPaddingIsToldApart(Flawed.Tell tell) throws IOException {
    assertThat(flaw(Behaviour.ROBOT, Flawed.robot(tell), RSA_AES_128_GCM))
        .isInstanceOfSatisfying(
            TakenUp.class, its -> assertThat(its.answer()).contains("right padding by alert"));
  }

  @Test
  void doesNotSayThatPaddingIsToldApartWhereItIsNot() throws IOException {
    assertThat(flaw(Behaviour.ROBOT, Flawed.robot(Flawed.Tell.NONE), RSA_AES_128_GCM))
        .isEqualTo(new TurnedDown("the answers do not differ"));
    assertThat(
            flaw(
                Behaviour.ROBOT,
                LabTls.server()
                    .versions(TLS_1_2)
                    .suites(RSA_AES_128_GCM)
                    .identities(Kind.RSA_2048)
                    .script(),
                RSA_AES_128_GCM))
        .isEqualTo(new TurnedDown("the answers do not differ"));
    assertThat(silentFlaws().behaviour(Behaviour.ROBOT)).isInstanceOf(Undecided.class);
    assertThat(flaw(Behaviour.ROBOT, LabTls.server().versions(TLS_1_2).script()))
        .isInstanceOf(TurnedDown.class);
  }

  @Test
  void findsThatSessionIdsComeBackLonger() throws IOException {
    assertThat(flaw(Behaviour.TICKETBLEED, Relay.to(platform.port(), Flawed.ticketbleed())))
        .isEqualTo(new TakenUp("an id of 16 octets came back with 16 octets more, twice"));
    assertThat(flaw(Behaviour.TICKETBLEED, Relay.to(platform.port())))
        .isInstanceOf(TurnedDown.class);
  }
}
