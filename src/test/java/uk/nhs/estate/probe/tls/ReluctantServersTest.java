package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.observation.TlsPosture.VERSIONS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.nhs.estate.lab.Awkward;
import uk.nhs.estate.lab.LabHello;
import uk.nhs.estate.lab.LabMessages;
import uk.nhs.estate.lab.LabTls;
import uk.nhs.estate.lab.Relay;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.LoneServer.Script;

/// Asks servers that answer now and then: what they did not answer must be told from what they
/// cannot do. They are asked side by side, since most of the time goes by in waiting.
class ReluctantServersTest {
  private static final Allowance PATIENT =
      new Allowance(3, 400, Duration.ofMillis(1500), Duration.ofSeconds(20), 1 << 20);
  private static final Allowance HASTY =
      new Allowance(3, 400, Duration.ofMillis(400), Duration.ofSeconds(20), 1 << 20);

  /// More looks at once, and a busy machine would keep them waiting itself.
  private static final int AT_ONCE = 8;

  private static final ExecutorService THREADS =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
  private static LoneServer real;
  private static TlsPosture known;

  /// @param expected of what is found out
  private record Look(
      String name, Script script, Allowance allowance, Consumer<TlsPosture> expected) {}

  /// How a server shows that it does not answer.
  private record Farewell(String name, Script script) {}

  private static final List<Farewell> FAREWELLS =
      List.of(
          new Farewell("stays silent", LoneServer.silent()),
          new Farewell("resets", Awkward::reset),
          new Farewell("hangs up", _ -> {}));

  @BeforeAll
  static void start() throws IOException {
    real = LabTls.server().start();
    known = Postures.of(real, Allowance.ORDINARY);
  }

  @AfterAll
  static void stop() throws IOException {
    THREADS.shutdownNow();
    real.close();
  }

  @TestFactory
  List<DynamicTest> findsOutWhatCanBeFoundOut() {
    var looks = new ArrayList<Look>();
    for (var farewell : FAREWELLS) {
      looks.addAll(intolerant(farewell));
      looks.addAll(tired(farewell));
      looks.add(deaf(farewell));
    }
    FAREWELLS.stream().skip(1).map(ReluctantServersTest::choosy).forEach(looks::add);
    looks.addAll(intolerant(new Farewell("sends an alert", alert())));
    looks.addAll(slow());
    return looks.stream().map(ReluctantServersTest::begun).toList();
  }

  /// Begins to look at once, and asks for the outcome when its turn comes.
  private static DynamicTest begun(Look look) {
    var posture =
        THREADS.submit(
            () -> {
              try (var server = LoneServer.start(look.script())) {
                return Postures.of(server, look.allowance());
              }
            });
    return DynamicTest.dynamicTest(look.name(), () -> look.expected().accept(posture.get()));
  }

  private static Script alert() {
    return visitor -> visitor.getOutputStream().write(LabMessages.fatal(40));
  }

  /// Does not answer some hellos for what they are like, be it as it may with what they offer.
  private static List<Look> intolerant(Farewell farewell) {
    return List.of(
        intolerant(farewell, Behaviour.TOLERATES_TLS_1_3_HELLO, hello -> hello.latest() < TLS_1_3),
        intolerant(
            farewell, Behaviour.TOLERATES_LARGE_HELLO, hello -> hello.raw().length - 5 <= 511),
        intolerant(
            farewell, Behaviour.TOLERATES_MANY_SUITES, hello -> hello.suites().size() <= 64));
  }

  private static Look intolerant(
      Farewell farewell, Behaviour behaviour, Predicate<LabHello> borne) {
    return new Look(
        farewell.name() + " unless it " + behaviour,
        Relay.only(borne, real.port(), farewell.script()),
        PATIENT,
        posture -> {
          assertThat(posture.suites(TLS_1_2)).isEqualTo(known.suites(TLS_1_2));
          assertThat(posture.behaviour(behaviour)).isInstanceOf(Trial.TurnedDown.class);
          assertThat(posture.speaks(TLS_1_3))
              .isEqualTo(behaviour != Behaviour.TOLERATES_TLS_1_3_HELLO);
        });
  }

  /// Answers some visitors, and then nobody any more.
  private static List<Look> tired(Farewell farewell) {
    return Stream.of(4, 9, 14)
        .map(
            visitors ->
                new Look(
                    farewell.name() + " after " + visitors + " visitors",
                    Awkward.tires(visitors, Relay.to(real.port()), farewell.script()),
                    HASTY,
                    ReluctantServersTest::isKnownOrMarkedAsPart))
        .toList();
  }

  private static void isKnownOrMarkedAsPart(TlsPosture posture) {
    assertThat(posture.suites())
        .allMatch(list -> list.missing() != null || known.suites().contains(list));
    assertThat(posture.groups())
        .allMatch(list -> list.missing() != null || known.groups().contains(list));
    assertThat(VERSIONS)
        .allMatch(
            version ->
                posture.version(version) instanceof Trial.Undecided
                    || posture.speaks(version) == known.speaks(version));
    assertThat(posture.speaks(TLS_1_3)).isTrue();
  }

  /// Answers nobody at all.
  private static Look deaf(Farewell farewell) {
    return new Look(
        farewell.name() + " whatever is said",
        farewell.script(),
        HASTY,
        posture ->
            assertThat(VERSIONS)
                .allMatch(version -> posture.version(version) instanceof Trial.Undecided));
  }

  /// Has no alert for what it cannot do.
  private static Look choosy(Farewell farewell) {
    var liked = known.suites().stream().flatMap(list -> list.codes().stream()).toList();
    return new Look(
        farewell.name() + " where an alert is due",
        Relay.only(
            hello ->
                hello.suites().stream().anyMatch(liked::contains)
                    && !hello.isSsl2()
                    && hello.version() == TLS_1_2,
            real.port(),
            farewell.script()),
        PATIENT,
        posture ->
            assertThat(posture.suites()).containsExactlyInAnyOrderElementsOf(known.suites()));
  }

  private static List<Look> slow() {
    return List.of(
        new Look(
            "serves one visitor at a time",
            Awkward.oneAtATime(Relay.to(real.port())),
            PATIENT,
            ReluctantServersTest::isKnown),
        new Look(
            "lets visitors wait",
            Awkward.oneAfterTheOther(Relay.to(real.port())),
            PATIENT,
            ReluctantServersTest::isKnown),
        new Look(
            "serves five visitors in a while",
            Awkward.rationed(5, Duration.ofMillis(300), Relay.to(real.port())),
            PATIENT,
            ReluctantServersTest::isKnownOrMarkedAsPart),
        new Look(
            "drips",
            visitor -> {
              LabHello.read(visitor.getInputStream());
              LoneServer.drips("\u0016\u0003\u0003\u0040\u0000\u0002".repeat(1000), 20)
                  .play(visitor);
            },
            HASTY,
            posture -> assertThat(VERSIONS).noneMatch(posture::speaks)));
  }

  private static void isKnown(TlsPosture posture) {
    assertThat(posture.suites()).containsExactlyInAnyOrderElementsOf(known.suites());
    assertThat(posture.groups()).containsExactlyInAnyOrderElementsOf(known.groups());
    assertThat(VERSIONS).allMatch(version -> posture.speaks(version) == known.speaks(version));
  }
}
