package uk.nhs.estate.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.MailServerFacts.NobodyListens;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.observation.MailServerFacts.Unmet;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.Identity;
import uk.nhs.estate.practice.MailManners;
import uk.nhs.estate.practice.MailManners.Speaks;
import uk.nhs.estate.practice.MailManners.StartTls;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.practice.PracticeMail;
import uk.nhs.estate.practice.PracticeMailServer;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.register.ScanLevel;

class SmtpProbeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final PracticeCa CA = PracticeCa.create(NOW);
  private static final String HOST = "mx.ferry.test";
  private static final Identity IDENTITY = CA.issue(CertificateOrder.of(NOW, HOST));
  private static final StartTls SECURE = new StartTls.Secure(Door.Tls.of(IDENTITY));

  /// A ServerHello (RFC 5246 §7.4.1.3) that chooses TLS 1.2 and an exchange of keys by RSA.
  private static final String RSA_ONLY =
      "\u0016\u0003\u0003\0*\u0002\0\0&\u0003\u0003" + "\0".repeat(33) + "\0\u009c\0";

  private @Nullable Dialler dialler;

  @AfterEach
  void stop() {
    if (dialler != null) {
      dialler.close();
    }
  }

  @Test
  void keepsTheTalkAndTheChainAsTheyWereSent() throws IOException {
    var met = met(Speaks.with(SECURE));

    assertThat(met.dialogue())
        .containsExactly(
            new Turn("", List.of("220 mx.ferry.test ESMTP practice")),
            new Turn(
                "EHLO [127.0.0.1]",
                List.of(
                    "250-mx.ferry.test greets you",
                    "250-SIZE 52428800",
                    "250-8BITMIME",
                    "250 STARTTLS")),
            new Turn("STARTTLS", List.of("220 2.0.0 Ready to start TLS")));
    assertThat(completed(met).certificates()).isEqualTo(IDENTITY.chain());
    assertThat(completed(met).version()).isEqualTo("TLSv1.3");
    assertThat(met.hidden()).isNull();
    var posture = Objects.requireNonNull(met.posture());
    assertThat(posture.speaks(TlsPosture.TLS_1_3)).isTrue();
    assertThat(posture.version(TlsPosture.TLS_1_1)).isInstanceOf(TurnedDown.class);
    assertThat(met.injection()).isEqualTo(new Undecided(new Obstacle(Obstacle.Kind.SCAN_LEVEL)));
  }

  @ParameterizedTest
  @EnumSource(CertificateOrder.Chain.class)
  void trustsNothingAndKeepsEverything(CertificateOrder.Chain chain) throws IOException {
    var identity =
        CA.issue(
            CertificateOrder.of(NOW, "someone.else.test")
                .until(NOW.minus(Duration.ofDays(400)))
                .chain(chain));

    var met = met(Speaks.with(new StartTls.Secure(Door.Tls.of(identity))));

    assertThat(completed(met).certificates()).isEqualTo(identity.chain());
  }

  @Test
  void saysNothingButEhloStarttlsAndQuit() throws IOException {
    var heard = new ConcurrentLinkedQueue<String>();
    try (var server =
        LoneServer.start(
            visitor -> {
              var in =
                  new BufferedReader(
                      new InputStreamReader(visitor.getInputStream(), StandardCharsets.ISO_8859_1));
              LoneServer.say(visitor, "220 mx\r\n");
              for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                LoneServer.say(
                    visitor,
                    line.startsWith("EHLO")
                        ? "250-mx\r\n250 STARTTLS\r\n"
                        : line.equals("QUIT") ? "221 bye\r\n" : "454 4.7.0 not now\r\n");
              }
            })) {
      var met = met(meet(LoneServer.home(), server.port(), ScanLevel.THOROUGH));

      assertThat(met.startTls().orElseThrow().reply()).containsExactly("454 4.7.0 not now");
      assertThat(heard)
          .containsExactly(
              "EHLO [127.0.0.1]", "STARTTLS", "QUIT", "EHLO [127.0.0.1]", "STARTTLS", "QUIT");
    }
  }

  @Test
  void believesAServerWithoutTlsWhenItIsSeenTwice() throws IOException {
    var visits = new AtomicInteger();
    try (var server =
        LoneServer.start(
            visitor -> {
              var offers =
                  visits.incrementAndGet() > 1 ? "250-mx\r\n250 STARTTLS\r\n" : "250 mx\r\n";
              LoneServer.say(visitor, "220 mx\r\n" + offers + "454 not now\r\n221 bye\r\n");
              visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
            })) {
      assertThat(met(meet(LoneServer.home(), server.port(), ScanLevel.ORDINARY)).offersTls())
          .isTrue();
      assertThat(visits).hasValue(2);
    }
    var met = met(Speaks.with(new StartTls.Unknown()));
    assertThat(met.offersTls()).isFalse();
    assertThat(met.startTls()).isEmpty();
    assertThat(met.tls()).isNull();
    assertThat(met.posture()).isNull();
    assertThat(met.injection()).isNull();
  }

  @Test
  void seesThatStarttlsIsOfferedAndRefused() throws IOException {
    var met = met(Speaks.with(new StartTls.Refused("454 4.7.0 TLS not available")));

    assertThat(met.startTls().orElseThrow().reply()).containsExactly("454 4.7.0 TLS not available");
    assertThat(met.tls()).isNull();
    assertThat(met.hidden()).isNull();
  }

  @Test
  void seesWhatIsNoTlsBehindStarttls() throws IOException {
    var met = met(Speaks.with(new StartTls.Babbles("500 what?\r\n")));

    assertThat(met.tls()).isEqualTo(new TlsFacts.NotTls("500 what?\\x0d\\x0a"));
    assertThat(met.posture()).isNull();
    assertThat(met.injection()).isNull();
  }

  @Test
  void takesClearTextRightBehindTheAgreementForNoTls() throws IOException {
    try (var server =
        LoneServer.start(
            LoneServer.says("220 mx\r\n250-mx\r\n250 STARTTLS\r\n220 go\r\n250 mx again\r\n"))) {
      var met = met(meet(LoneServer.home(), server.port(), ScanLevel.ORDINARY));

      assertThat(met.startTls().orElseThrow().reply()).containsExactly("220 go");
      assertThat(met.tls()).isEqualTo(new TlsFacts.NotTls("250 mx again\\x0d\\x0a"));
    }
  }

  @Test
  void seesThatNoVersionIsAgreedOn() throws IOException {
    var met = met(Speaks.with(new StartTls.OldOnly(0x0301)));

    assertThat(met.tls())
        .isEqualTo(new TlsFacts.Failed(List.of("TLSv1.3", "TLSv1.2"), "answered in TLS 1.0"));
    assertThat(Objects.requireNonNull(met.posture()).speaks(TlsPosture.TLS_1_0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {TlsPosture.SSL_3, TlsPosture.TLS_1_0, TlsPosture.TLS_1_1})
  void seesThatAnOldVersionIsTakenBesideNewOnes(int version) throws IOException {
    var met = met(Speaks.with(new StartTls.SecureOrOld(Door.Tls.of(IDENTITY), version)));

    assertThat(completed(met).version()).isEqualTo("TLSv1.3");
    assertThat(Objects.requireNonNull(met.posture()).speaks(version)).isTrue();
  }

  @Test
  void findsWhatIsCarriedOutThoughItCameInClearText() throws IOException {
    var vulnerable = Speaks.with(new StartTls.KeepsWhatWasSaid(Door.Tls.of(IDENTITY)));
    try (var mail = PracticeMail.start()) {
      mail.replace(new PracticeMailServer(HOST, vulnerable));
      var met = met(meet(mail.addressOf(HOST), mail.port(), ScanLevel.THOROUGH));
      assertThat(met.injection())
          .isEqualTo(new TakenUp("250-mx.ferry.test greets you 250-SIZE 52428800 250 8BITMIME"));

      mail.replace(new PracticeMailServer(HOST, Speaks.with(SECURE)));
      assertThat(met(meet(mail.addressOf(HOST), mail.port(), ScanLevel.THOROUGH)).injection())
          .isEqualTo(new TurnedDown("221 2.0.0 mx.ferry.test closes"));
    }
  }

  @Test
  void neverTriesThatWithoutLeave() throws IOException {
    var met = met(Speaks.with(new StartTls.KeepsWhatWasSaid(Door.Tls.of(IDENTITY))));

    assertThat(met.injection()).isEqualTo(new Undecided(new Obstacle(Obstacle.Kind.SCAN_LEVEL)));
  }

  @Test
  void tellsHowLongTheGreetingTook() throws IOException {
    var met = met(Speaks.with(SECURE).greets(Duration.ofMillis(300)));

    assertThat(met.greetingMillis()).isBetween(290L, 2500L);
  }

  @Test
  void saysTheNameThatItIsGiven() throws IOException {
    try (var mail = PracticeMail.start()) {
      mail.replace(new PracticeMailServer(HOST, Speaks.with(new StartTls.Unknown())));
      var met = met(meet(mail.addressOf(HOST), mail.port(), ScanLevel.ORDINARY, "scanner.test"));

      assertThat(met.hello().orElseThrow().sent()).isEqualTo("EHLO scanner.test");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 mx\n250-mx\n250 STARTTLS\n454 no\n221 bye\n",
        "220-mx\r\n220-is\r\n220 here\r\n250-mx\r\n250 starttls\r\n454 no\r\n221 bye\r\n",
        "220\r\n250-\r\n250-STARTTLS\r\n250\r\n454\r\n221\r\n",
        "220 \u00e9\u0000\r\n250-mx\r\n250-X-Y=\u0007\r\n250 STARTTLS \r\n454 no\r\n221 bye\r\n",
      })
  void readsRepliesAsLaxlyAsSendersDo(String says) throws IOException {
    try (var server = LoneServer.start(LoneServer.says(says))) {
      var met = met(meet(LoneServer.home(), server.port(), ScanLevel.ORDINARY));

      assertThat(met.offersTls()).isTrue();
      assertThat(met.startTls().orElseThrow().code()).isEqualTo(454);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 5.5.1 what?", "502 5.5.2 not implemented"})
  void takesAServerThatKnowsNoEhloForOneWithoutTls(String answer) throws IOException {
    try (var server =
        LoneServer.start(LoneServer.says("220 mx\r\n" + answer + "\r\n221 bye\r\n"))) {
      var met = met(meet(LoneServer.home(), server.port(), ScanLevel.ORDINARY));

      assertThat(met.offersTls()).isFalse();
      assertThat(met.dialogue()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "421 4.3.2 busy, SERVER_FAILED, ': 421 4.3.2 busy'",
    "450 4.7.1 greylisted, SERVER_FAILED, ': 450 4.7.1 greylisted'",
    "554 5.7.1 you are on a list, BLOCKED, ': 554 5.7.1 you are on a list'",
  })
  void takesBeingTurnedAwayForAnObstacle(String greeting, Kind kind, String words)
      throws IOException {
    try (var mail = PracticeMail.start()) {
      mail.replace(new PracticeMailServer(HOST, new MailManners.Babbles(greeting + "\r\n")));
      var obstacle = unmet(meet(mail.addressOf(HOST), mail.port(), ScanLevel.ORDINARY));

      assertThat(obstacle.kind()).isEqualTo(kind);
      assertThat(obstacle.kind().mayPass()).isTrue();
      assertThat(obstacle.detail()).endsWith(words);
    }
  }

  static Stream<Object[]> obstacles() {
    return Stream.of(
        new Object[] {LoneServer.silent(), Kind.TIMED_OUT},
        new Object[] {LoneServer.drips("220 " + "x".repeat(2000), 100), Kind.TIMED_OUT},
        new Object[] {LoneServer.says("220 mx\r\n550 5.7.1 bad name\r\n221 bye\r\n"), Kind.BLOCKED},
        new Object[] {
          LoneServer.says("220 mx\r\n250-mx\r\n250 STARTTLS\r\n421 bye\r\n"), Kind.SERVER_FAILED
        },
        new Object[] {LoneServer.says("220 mx\r\n"), Kind.TIMED_OUT},
        new Object[] {LoneServer.says("HTTP/1.1 400 Bad Request\r\n"), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.says("\u0016\u0003\u0001\n"), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.says("120 soon\r\n"), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.says("2200 mx\r\n"), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.says("220 " + "x".repeat(3000)), Kind.PROTOCOL_ERROR},
        new Object[] {LoneServer.says("220-more\r\n".repeat(101)), Kind.PROTOCOL_ERROR},
        new Object[] {
          LoneServer.says(("220-" + "x".repeat(2000) + "\r\n").repeat(50)), Kind.TOO_LARGE
        },
        new Object[] {(LoneServer.Script) _ -> {}, Kind.CONNECTION_RESET},
        new Object[] {
          (LoneServer.Script) visitor -> LoneServer.say(visitor, "220 mx\r\n250-mx"),
          Kind.PROTOCOL_ERROR
        });
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void knowsNothingOfAServerThatItCouldNotTalkWith(LoneServer.Script script, Kind kind)
      throws IOException {
    try (var server = LoneServer.start(script)) {
      assertThat(unmet(meet(LoneServer.home(), server.port(), ScanLevel.ORDINARY)).kind())
          .isEqualTo(kind);
    }
  }

  @Test
  void doesNotListenForEverToAGreeting() throws IOException {
    try (var mail = PracticeMail.start()) {
      mail.replace(new PracticeMailServer(HOST, new MailManners.GreetsForEver()));

      assertThat(unmet(meet(mail.addressOf(HOST), mail.port(), ScanLevel.ORDINARY)))
          .extracting(Obstacle::kind)
          .isEqualTo(Kind.PROTOCOL_ERROR);
    }
  }

  @Test
  void keepsWhatHidTheHandshake() throws IOException {
    try (var server =
        LoneServer.start(
            visitor -> {
              LoneServer.say(visitor, "220 mx\r\n250-mx\r\n250 STARTTLS\r\n220 go\r\n");
              visitor.getInputStream().skipNBytes(200);
            })) {
      var met = met(meet(LoneServer.home(), server.port(), ScanLevel.ORDINARY));

      assertThat(met.offersTls()).isTrue();
      assertThat(met.tls()).isNull();
      assertThat(met.hidden()).extracting(Obstacle::kind).isEqualTo(Kind.CONNECTION_RESET);
      assertThat(met.injection()).isNull();
    }
  }

  @Test
  void seesThatNobodyListens() throws IOException {
    int port = LoneServer.closedPort();

    assertThat(meet(LoneServer.home(), port, ScanLevel.ORDINARY).meeting())
        .isEqualTo(new NobodyListens(new Endpoint("127.0.0.1", port)));
  }

  @Test
  void seesThatOneServerIsClosedAndItsNeighbourIsNot() throws IOException {
    try (var mail = PracticeMail.start()) {
      mail.replace(new PracticeMailServer("shut.test", new MailManners.Closed()));
      mail.replace(new PracticeMailServer(HOST, Speaks.with(SECURE)));
      assumeTrue(!mail.addressOf(HOST).equals(mail.addressOf("shut.test")));

      assertThat(meet(mail.addressOf("shut.test"), mail.port(), ScanLevel.ORDINARY).meeting())
          .isInstanceOf(NobodyListens.class);
      assertThat(meet(mail.addressOf(HOST), mail.port(), ScanLevel.ORDINARY).meeting())
          .isInstanceOf(Met.class);
    }
  }

  @Test
  void saysThatThePortMayBeBlockedOnOurSide() throws IOException {
    // nobody takes the connections that wait at this door
    try (var full = new ServerSocket(0, 1, LoneServer.home())) {
      var waiting = new ArrayList<Socket>();
      for (int i = 0; i < 4; i++) {
        var socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 200);
        } catch (IOException _) {
          break;
        }
      }
      var obstacle = unmet(meet(LoneServer.home(), full.getLocalPort(), ScanLevel.ORDINARY));

      assertThat(obstacle.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(obstacle.words())
          .isEqualTo(
              "no answer in time (127.0.0.1:%1$d, or port %1$d is blocked where the scanner runs)"
                  .formatted(full.getLocalPort()));
      for (var socket : waiting) {
        socket.close();
      }
    }
  }

  private Met met(MailManners manners) throws IOException {
    try (var mail = PracticeMail.start()) {
      mail.replace(new PracticeMailServer(HOST, manners));
      var facts = meet(mail.addressOf(HOST), mail.port(), ScanLevel.ORDINARY);
      assertThat(facts.host()).isEqualTo(HOST);
      return met(facts);
    }
  }

  private MailServerFacts meet(InetAddress address, int port, ScanLevel level) {
    return meet(address, port, level, null);
  }

  private MailServerFacts meet(
      InetAddress address, int port, ScanLevel level, @Nullable String helo) {
    var settings =
        Lab.helo(
            Lab.smtp(Lab.settings(new InetSocketAddress(LoneServer.home(), 53), 80, 443), port),
            helo);
    stop();
    dialler = new Dialler(settings);
    return new SmtpProbe(settings, dialler, InstantSource.system())
        .meet(HOST, new Addresses.Known(List.of(address), true), level);
  }

  private static void skipCommands(Socket visitor, int commands) throws IOException {
    for (int lines = 0; lines < commands; ) {
      lines += visitor.getInputStream().read() == '\n' ? 1 : 0;
    }
  }

  private static Met met(MailServerFacts facts) {
    assertThat(facts.meeting()).isInstanceOf(Met.class);
    return (Met) facts.meeting();
  }

  private static Obstacle unmet(MailServerFacts facts) {
    assertThat(facts.meeting()).isInstanceOf(Unmet.class);
    return ((Unmet) facts.meeting()).obstacle();
  }

  private static TlsFacts.Completed completed(Met met) {
    assertThat(met.tls()).isInstanceOf(TlsFacts.Completed.class);
    return (TlsFacts.Completed) Objects.requireNonNull(met.tls());
  }
}
