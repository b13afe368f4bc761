package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.observation.TlsPosture.VERSIONS;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.lab.Awkward;
import uk.nhs.estate.lab.LabHello;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.lab.LabIdentity.Kind;
import uk.nhs.estate.lab.LabMessages;
import uk.nhs.estate.lab.LabTls;
import uk.nhs.estate.lab.Manners;
import uk.nhs.estate.lab.OddKeys;
import uk.nhs.estate.lab.Relay;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Oddity;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.LoneServer.Script;

/// Asks servers that get in the way of being asked: every one of them must end in a right answer.
class AwkwardTest {
  private static final int UNRECOGNIZED_NAME = 112;

  private static LoneServer real;
  private static TlsPosture known;

  @BeforeAll
  static void start() throws IOException {
    real = LabTls.server().start();
    known = Postures.of(real, Allowance.ORDINARY);
  }

  @AfterAll
  static void stop() throws IOException {
    real.close();
  }

  private static Stream<Arguments> otherProtocols() {
    return Stream.of(
        Arguments.of("garbage", Awkward.garbage()),
        Arguments.of("HTTP", afterHello("HTTP/1.1 400 Bad Request\r\n\r\n")),
        Arguments.of("SSH", LoneServer.says("SSH-2.0-OpenSSH_9.2\r\n")),
        Arguments.of("SMTP", LoneServer.says("220 mail.lab.test ESMTP\r\n")));
  }

  private static Script afterHello(String words) {
    return visitor -> {
      LabHello.read(visitor.getInputStream());
      LoneServer.say(visitor, words);
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherProtocols")
  void seesNoTlsWhereAnotherProtocolIsSpoken(String name, Script script) throws IOException {
    assertThat(spoken(of(script))).as(name).isEmpty();
  }

  private static Stream<Arguments> endless() {
    return Stream.of(
        Arguments.of("calls for a hello", Awkward.endlessHelloRequests()),
        Arguments.of("warnings", Awkward.endlessWarnings()),
        Arguments.of("empty records", Awkward.endlessEmptyRecords()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void listensToNobodyForEver(String name, Script script) throws IOException {
    assertThat(spoken(of(script))).as(name).isEmpty();
  }

  private static Stream<Arguments> manners() {
    return Stream.of(
        Arguments.of("segments of seven octets", Manners.inSegments(7)),
        Arguments.of("messages spread over records", Manners.inRecords(11)),
        Arguments.of("several messages in one record", Manners.together()),
        Arguments.of("a warning first", Manners.after(LabMessages.warning(UNRECOGNIZED_NAME))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("manners")
  void readsItHoweverItIsCut(String name, Relay.Manner manner) throws IOException {
    assertIsKnown(of(Relay.to(real.port(), manner)));
  }

  @Test
  void notesAWarningBeforeTheAnswer() throws IOException {
    var posture = of(Relay.to(real.port(), Manners.after(LabMessages.warning(UNRECOGNIZED_NAME))));

    assertThat(posture.behaviour(Behaviour.SERVER_NAME_WARNING)).isInstanceOf(Trial.TakenUp.class);
  }

  @Test
  void believesInNoVersionThatNobodyHasHeardOf() throws IOException {
    var posture = of(Awkward.unknownVersion());

    assertThat(spoken(posture)).isEmpty();
    assertThat(kinds(posture)).contains(Oddity.Kind.VERSION);
  }

  @Test
  void believesInNoSuiteThatIsNotOfItsVersion() throws IOException {
    var posture = of(Awkward.oldSuite13());

    assertThat(posture.suites(TLS_1_3).map(Suites::codes).orElse(List.of())).isEmpty();
    assertThat(kinds(posture)).contains(Oddity.Kind.SUITE);
  }

  @Test
  void namesAVersionAboveTheOffer() throws IOException {
    var posture = of(Awkward.alwaysTls12());

    assertThat(spoken(posture)).containsExactly(TLS_1_2);
    assertThat(kinds(posture)).contains(Oddity.Kind.VERSION);
  }

  @Test
  void namesASuiteThatWasNotOffered() throws IOException {
    var posture = of(Awkward.alwaysOneSuite());

    assertThat(posture.suites(TLS_1_2).orElseThrow().codes()).containsExactly(0xc02f);
    assertThat(kinds(posture)).contains(Oddity.Kind.SUITE);
  }

  @Test
  void namesASuiteOfTls13ThatWasNotOffered() throws IOException {
    var posture = of(Awkward.alwaysOneSuite13());

    assertThat(posture.suites(TLS_1_3).orElseThrow().codes()).containsExactly(0x1301);
    assertThat(kinds(posture)).contains(Oddity.Kind.SUITE);
  }

  @Test
  void namesAGroupThatWasNotOffered() throws IOException {
    var posture = of(Awkward.alwaysOneGroup());

    assertThat(posture.groups(TLS_1_2).orElseThrow().codes()).containsExactly(0x0018);
    assertThat(kinds(posture)).contains(Oddity.Kind.GROUP);
  }

  @Test
  void namesAGroupOfTls13ThatWasNotOffered() throws IOException {
    var posture = of(Awkward.alwaysOneGroup13());

    assertThat(posture.groups(TLS_1_3).orElseThrow().codes()).containsExactly(0x0018);
    assertThat(kinds(posture)).contains(Oddity.Kind.GROUP);
  }

  @Test
  void readsAServerThatSpeaksSsl2Only() throws IOException {
    var posture = of(Awkward.ssl2());

    assertThat(spoken(posture)).containsExactly(TlsPosture.SSL_2);
    assertThat(posture.suites(TlsPosture.SSL_2).orElseThrow().codes())
        .containsExactly(0x010080, 0x0700c0);
    assertThat(posture.chains()).hasSize(1);
  }

  @Test
  void readsTheSuiteBeforeACertificateWithoutEnd() throws IOException {
    var posture = of(Awkward.hugeCertificate());

    assertThat(posture.suites(TLS_1_2).orElseThrow().codes()).contains(0xc02f);
    assertThat(posture.chains()).isEmpty();
    assertThat(posture.effort().octets()).isLessThan(1 << 21);
  }

  @Test
  void keepsAChainOfAHundred() throws IOException {
    var own = LabIdentity.of(Kind.P256);
    var chain = own.followedBy(Collections.nCopies(99, own.chain().getFirst()));
    try (var server = LabTls.server().versions(TLS_1_2).identities(chain).start()) {
      assertThat(Postures.of(server).chains())
          .first()
          .extracting(it -> it.chain().size())
          .isEqualTo(100);
    }
  }

  @Test
  void readsTheSuitesOfAServerWhoseChainIsTooLong() throws IOException {
    var own = LabIdentity.of(Kind.RSA_2048);
    var chain = own.followedBy(Collections.nCopies(99, own.chain().getFirst()));
    try (var server = LabTls.server().identities(chain).start()) {
      var posture = Postures.of(server);

      assertThat(posture.chains()).isEmpty();
      assertThat(posture.suites(TLS_1_2))
          .contains(
              new Suites(
                  TLS_1_2,
                  List.of(0xc02f, 0xc030, 0xcca8, 0x009e, 0x009f, 0xccaa),
                  TlsPosture.Order.SERVER,
                  null));
    }
  }

  @Test
  void readsTheSuitesOfAServerWithTenThousandNames() throws IOException {
    var names = Stream.iterate(1, n -> n + 1).limit(10_000).map("n%d.lab.test"::formatted);
    var many = LabIdentity.named(Kind.P256, names.toArray(String[]::new));
    try (var server = LabTls.server().identities(many).start()) {
      var posture = Postures.of(server);

      assertThat(posture.suites(TLS_1_2).orElseThrow().codes())
          .containsExactly(0xc02b, 0xc02c, 0xcca9);
      assertThat(spoken(posture)).containsExactly(TLS_1_2, TLS_1_3);
    }
  }

  @Test
  void keepsACertificateWithAKeyOf16384Bits() throws IOException {
    var certificate = OddKeys.rsa16384();

    assertThat(of(Awkward.certificate(certificate)).chains())
        .first()
        .extracting(it -> it.chain())
        .isEqualTo(List.of(new Part(certificate)));
  }

  private static void assertIsKnown(TlsPosture posture) {
    assertThat(spoken(posture)).isEqualTo(spoken(known));
    assertThat(posture.suites()).containsExactlyInAnyOrderElementsOf(known.suites());
    assertThat(posture.groups()).containsExactlyInAnyOrderElementsOf(known.groups());
    assertThat(posture.chains()).containsExactlyInAnyOrderElementsOf(known.chains());
    assertThat(posture.oddities()).isEmpty();
  }

  private static List<Integer> spoken(TlsPosture posture) {
    return VERSIONS.stream().filter(posture::speaks).toList();
  }

  private static List<Oddity.Kind> kinds(TlsPosture posture) {
    return posture.oddities().stream().map(Oddity::kind).toList();
  }

  private static TlsPosture of(Script script) throws IOException {
    try (var server = LoneServer.start(script)) {
      return Postures.of(server);
    }
  }
}
