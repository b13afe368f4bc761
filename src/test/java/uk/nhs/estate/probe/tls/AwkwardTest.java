package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.observation.TlsPosture.VERSIONS;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
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

  /// For servers that leave us waiting time and again.
  private static final Allowance HASTY =
      new Allowance(3, 400, Duration.ofMillis(300), Duration.ofSeconds(10), 1 << 20);

  private static LoneServer real;
  private static TlsPosture known;

  @BeforeAll
  static void start() throws IOException {
    real = LabTls.server().start();
    known = Postures.of(real);
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
  void readsAServerThatServesOneVisitorAtATime() throws IOException {
    assertIsKnown(of(Awkward.oneAtATime(Relay.to(real.port()))));
  }

  @Test
  void readsAServerThatLetsVisitorsWait() throws IOException {
    assertIsKnown(of(Awkward.oneAfterTheOther(Relay.to(real.port()))));
  }

  @Test
  void readsAServerThatCutsHastyVisitorsOff() throws IOException {
    try (var small = LabTls.server().versions(TLS_1_2).suites(0xc02f, 0xc030).start()) {
      var script = Awkward.rationed(5, Duration.ofMillis(300), Relay.to(small.port()));
      var list = of(script).suites(TLS_1_2).orElseThrow();

      assertThat(list.missing() != null || list.codes().equals(List.of(0xc02f, 0xc030))).isTrue();
      assertThat(list.codes()).isSubsetOf(0xc02f, 0xc030).isNotEmpty();
    }
  }

  private static Stream<Arguments> farewells() {
    return Stream.of(
        Arguments.of("silence", LoneServer.silent()),
        Arguments.of("a reset", (Script) Awkward::reset),
        Arguments.of("hanging up", (Script) _ -> {}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("farewells")
  void marksAsPartWhatItHadWhenTheServerHadEnough(String name, Script farewell) throws IOException {
    for (int visitors : List.of(4, 9, 14)) {
      var posture = of(Awkward.tires(visitors, Relay.to(real.port()), farewell), HASTY);

      assertThat(posture.suites())
          .allMatch(list -> list.missing() != null || known.suites().contains(list));
      assertThat(posture.groups())
          .allMatch(list -> list.missing() != null || known.groups().contains(list));
      assertThat(VERSIONS)
          .allMatch(
              version ->
                  posture.version(version) instanceof Trial.Undecided
                      || posture.speaks(version) == known.speaks(version));
      assertThat(posture.speaks(TLS_1_3)).as(name).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("farewells")
  void knowsNothingOfAServerThatAnswersNobody(String name, Script farewell) throws IOException {
    var posture = of(farewell, HASTY);

    assertThat(VERSIONS)
        .as(name)
        .allMatch(version -> posture.version(version) instanceof Trial.Undecided);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("farewells")
  void readsAServerThatAnswersNothingToWhatItCannotDo(String name, Script farewell)
      throws IOException {
    var liked = known.suites().stream().flatMap(list -> list.codes().stream()).toList();
    assertThat(
            of(Relay.only(
                    hello ->
                        hello.suites().stream().anyMatch(liked::contains)
                            && !hello.isSsl2()
                            && hello.version() == TLS_1_2,
                    real.port(),
                    farewell))
                .suites())
        .as(name)
        .containsExactlyInAnyOrderElementsOf(known.suites());
  }

  @Test
  void spendsNoMoreThanItMayOnAServerThatDrips() throws IOException {
    var posture =
        of(
            visitor -> {
              LabHello.read(visitor.getInputStream());
              LoneServer.drips("\u0016\u0003\u0003\u0040\u0000\u0002".repeat(1000), 20)
                  .play(visitor);
            },
            new Allowance(3, 400, Duration.ofMillis(300), Duration.ofSeconds(1), 1 << 20));

    assertThat(spoken(posture)).isEmpty();
    assertThat(posture.effort().millis()).isLessThan(1500);
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

  private static Stream<Arguments> intolerance() {
    return Stream.of("silence", "a reset", "hanging up", "an alert")
        .flatMap(
            reaction ->
                Stream.of(
                    Arguments.of(
                        Behaviour.TOLERATES_TLS_1_3_HELLO,
                        (Predicate<LabHello>) hello -> hello.latest() < TLS_1_3,
                        reaction),
                    Arguments.of(
                        Behaviour.TOLERATES_LARGE_HELLO,
                        (Predicate<LabHello>) hello -> hello.raw().length - 5 <= 511,
                        reaction),
                    Arguments.of(
                        Behaviour.TOLERATES_MANY_SUITES,
                        (Predicate<LabHello>) hello -> hello.suites().size() <= 64,
                        reaction)));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("intolerance")
  void findsOutWhatAServerDoesNotBear(
      Behaviour behaviour, Predicate<LabHello> borne, String reaction) throws IOException {
    Script others =
        switch (reaction) {
          case "silence" -> LoneServer.silent();
          case "a reset" -> Awkward::reset;
          case "an alert" -> visitor -> visitor.getOutputStream().write(LabMessages.fatal(40));
          default -> _ -> {};
        };
    var posture = of(Relay.only(borne, real.port(), others));

    assertThat(posture.suites(TLS_1_2).orElseThrow())
        .isEqualTo(known.suites(TLS_1_2).orElseThrow());
    assertThat(posture.behaviour(behaviour)).isInstanceOf(Trial.TurnedDown.class);
    assertThat(posture.speaks(TLS_1_3)).isEqualTo(behaviour != Behaviour.TOLERATES_TLS_1_3_HELLO);
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
    return of(script, Postures.BRIEF);
  }

  private static TlsPosture of(Script script, Allowance allowance) throws IOException {
    try (var server = LoneServer.start(script)) {
      return Postures.of(server, allowance);
    }
  }
}
