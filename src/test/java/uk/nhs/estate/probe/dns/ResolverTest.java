package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.Absent;
import uk.nhs.estate.observation.Lookup.Unasked;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.practice.Misbehaviour;
import uk.nhs.estate.practice.PracticeDns;
import uk.nhs.estate.practice.PracticeZone;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.ScannerSettings;

class ResolverTest {
  private static final PracticeZone FERRY =
      PracticeZone.of(
          "ferry.test",
          """
          @      SOA   ns1 hostmaster 1 7200 1800 1209600 60
          @      A     127.42.0.7
          www    CNAME web
          web    CNAME ferry.test.
          round  CNAME about
          about  CNAME round
          gone   CNAME nothing
          away   CNAME www.elsewhere.example.
          """);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private PracticeDns dns;

  @BeforeEach
  void start() throws IOException {
    dns = PracticeDns.start();
    dns.serve(PracticeZone.of("test", "@ SOA ns hostmaster 1 7200 1800 1209600 300"));
    dns.serve(FERRY);
  }

  @AfterEach
  void stop() throws IOException {
    dns.close();
    threads.shutdownNow();
  }

  @Test
  void findsARecord() {
    assertThat(resolver().ask(new Question("ferry.test", "A")).data())
        .containsExactly("127.42.0.7");
  }

  @Test
  void answersInTheOrderOfTheQuestions() {
    var questions =
        Stream.of("ferry.test", "nothing.ferry.test", "www.ferry.test", "x.test")
            .map(name -> new Question(name, "A"))
            .toList();

    assertThat(resolver().ask(questions))
        .extracting(Lookup::name)
        .containsExactly("ferry.test", "nothing.ferry.test", "www.ferry.test", "x.test");
  }

  @Test
  void followsAliases() {
    assertThat(answer("www.ferry.test"))
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            found -> {
              assertThat(found.aliases()).containsExactly("web.ferry.test", "ferry.test");
              assertThat(found.records()).extracting("data").containsExactly("127.42.0.7");
            });
  }

  @Test
  void saysWhatIsAbsentAndHow() {
    assertThat(resolver().ask(new Question("ferry.test", "MX")).answer())
        .isEqualTo(new Absent(Absence.NODATA, List.of()));
    assertThat(answer("nothing.ferry.test")).isEqualTo(new Absent(Absence.NXDOMAIN, List.of()));
    assertThat(answer("gone.ferry.test"))
        .isEqualTo(new Absent(Absence.NXDOMAIN, List.of("nothing.ferry.test")));
  }

  @Test
  void takesANameThatCannotBeInTheDnsForAbsent() {
    assertThat(answer("x".repeat(64) + ".test")).isEqualTo(new Absent(Absence.NXDOMAIN, List.of()));
    assertThat(answer(("x".repeat(60) + ".").repeat(5) + "test"))
        .isEqualTo(new Absent(Absence.NXDOMAIN, List.of()));
    assertThat(answer("a..test")).isEqualTo(new Absent(Absence.NXDOMAIN, List.of()));
  }

  static Stream<Object[]> failures() {
    return Stream.of(
        new Object[] {new Misbehaviour.Silent(), Kind.NAME_SERVERS_SILENT},
        new Object[] {Misbehaviour.Refuses.servfail(), Kind.NAME_SERVERS_FAILED},
        new Object[] {Misbehaviour.Refuses.refused(), Kind.NAME_SERVERS_FAILED},
        new Object[] {new Misbehaviour.Garbage(), Kind.PROTOCOL_ERROR},
        new Object[] {new Misbehaviour.WrongId(), Kind.PROTOCOL_ERROR},
        new Object[] {new Misbehaviour.WrongQuestion(), Kind.PROTOCOL_ERROR},
        new Object[] {new Misbehaviour.TruncatesWithoutTcp(), Kind.PROTOCOL_ERROR},
        new Object[] {new Misbehaviour.Slow(Duration.ofSeconds(30)), Kind.NAME_SERVERS_SILENT});
  }

  @ParameterizedTest
  @MethodSource("failures")
  void neverTakesAFailureForAnAbsence(Misbehaviour how, Kind kind) {
    dns.misbehave("ferry.test", how);

    assertThat(answer("ferry.test"))
        .isInstanceOfSatisfying(
            Unasked.class, unasked -> assertThat(unasked.obstacle().kind()).isEqualTo(kind));
  }

  @Test
  void seesACircleOfAliases() {
    assertThat(answer("round.ferry.test"))
        .isEqualTo(new Absent(Absence.LOOP, List.of("about.ferry.test", "round.ferry.test")));
  }

  @Test
  void doesNotTakeAnAliasIntoTheUnknownForAnAbsence() {
    assertThat(answer("away.ferry.test"))
        .isEqualTo(new Unasked(new Obstacle(Kind.NAME_SERVERS_FAILED, "SERVFAIL")));
  }

  @Test
  void comesBackByTcpForWhatDoesNotFit() {
    var big = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      big.append("big A 127.9.%d.%d%n".formatted(i / 250, i % 250));
    }
    dns.serve(FERRY.with(big.toString()));
    dns.misbehave("ferry.test", new Misbehaviour.Truncates());

    assertThat(resolver().ask(new Question("big.ferry.test", "A")).data()).hasSize(400);
    assertThat(resolver().ask(new Question("ferry.test", "A")).data()).hasSize(1);
  }

  @Test
  void doesNotTakeInTenThousandRecords() {
    var huge = new StringBuilder();
    for (int i = 0; i < 3500; i++) {
      huge.append("huge A 127.9.%d.%d%n".formatted(i / 250, i % 250));
    }
    dns.serve(FERRY.with(huge.toString()));

    assertThat(answer("huge.ferry.test"))
        .isEqualTo(new Unasked(new Obstacle(Kind.TOO_LARGE, "more than 500 records")));
  }

  @Test
  void asksAgainAndAsksTheNextServer() throws IOException {
    dns.misbehave("ferry.test", new Misbehaviour.Silent());
    try (var other = PracticeDns.start()) {
      other.serve(FERRY);
      var both = new ArrayList<String>();
      both.add("127.0.0.1:" + dns.resolver().getPort());
      both.add("127.0.0.1:" + other.resolver().getPort());

      assertThat(resolver(both, 2).ask(new Question("ferry.test", "A")).data()).hasSize(1);
      assertThat(resolver(both, 1).ask(new Question("ferry.test", "A")).answer())
          .isInstanceOf(Unasked.class);
    }
  }

  @Test
  void prefersAWordFromAServerToTheSilenceOfAnother() throws IOException {
    dns.misbehave("ferry.test", Misbehaviour.Refuses.servfail());
    int nobody = LoneServer.closedPort();
    var both = List.of("127.0.0.1:" + dns.resolver().getPort(), "127.0.0.1:" + nobody);

    assertThat(resolver(both, 2).ask(new Question("ferry.test", "A")).answer())
        .isEqualTo(new Unasked(new Obstacle(Kind.NAME_SERVERS_FAILED, "SERVFAIL")));
  }

  @Test
  void hearsTheRightAnswerAmongWrongOnes() throws IOException {
    try (var liar =
        new LoneResolver(
            query -> {
              var wrong = denied(query);
              wrong.getHeader().setID(query.getHeader().getID() ^ 1);
              return List.of(wrong.toWire(), new byte[3], new byte[0], found(query).toWire());
            })) {
      assertThat(liar.ask("ferry.test").data()).containsExactly("127.42.0.7");
    }
  }

  @Test
  void asksWithoutEdnsWhenThatIsNotUnderstood() throws IOException {
    try (var old =
        new LoneResolver(
            query -> {
              if (query.getOPT() != null) {
                var error = new Message(query.getHeader().getID());
                error.getHeader().setFlag(Flags.QR);
                error.getHeader().setRcode(Rcode.FORMERR);
                return List.of(error.toWire());
              }
              return List.of(found(query).toWire());
            })) {
      assertThat(old.ask("ferry.test").data()).containsExactly("127.42.0.7");
    }
  }

  @Test
  void followsAliasesOfAServerThatDoesNot() throws IOException {
    try (var lazy =
        new LoneResolver(
            query ->
                List.of(
                    query.getQuestion().getName().toString().equals("www.test.")
                        ? PracticeAnswers.with(query, "www.test. CNAME b.test.").toWire()
                        : PracticeAnswers.with(query, "b.test. A 127.42.0.9").toWire()))) {
      assertThat(lazy.ask("www.test").answer())
          .isInstanceOfSatisfying(
              Lookup.Found.class,
              found -> {
                assertThat(found.aliases()).containsExactly("b.test");
                assertThat(found.records()).extracting("data").containsExactly("127.42.0.9");
              });
    }
  }

  @Test
  void doesNotFollowAServerThatInventsAliasesForEver() throws IOException {
    var count = new AtomicInteger();
    try (var inventive =
        new LoneResolver(
            query ->
                List.of(
                    PracticeAnswers.with(
                            query,
                            query.getQuestion().getName()
                                + " CNAME n"
                                + count.incrementAndGet()
                                + ".test.")
                        .toWire()))) {
      assertThat(inventive.ask("www.test").answer())
          .isEqualTo(new Unasked(new Obstacle(Kind.PROTOCOL_ERROR, "its aliases do not end")));
      assertThat(count.get()).isLessThan(20);
    }
  }

  @Test
  void keepsToItsQuestionsInFlight() throws IOException {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var counting =
        new LoneResolver(
            query -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              Thread.sleep(20);
              inside.decrementAndGet();
              return List.of(found(query).toWire());
            })) {
      var questions = Collections.nCopies(60, new Question("ferry.test", "A"));

      assertThat(counting.resolver().ask(questions)).allMatch(l -> l.data().size() == 1);
    }
    assertThat(most.get()).isBetween(2, Lab.POLITENESS.questionsInFlight());
  }

  private Lookup.Answer answer(String name) {
    return resolver().ask(new Question(name, "A")).answer();
  }

  private Resolver resolver() {
    return new Resolver(Lab.settings(dns.resolver(), 80, 443), threads);
  }

  private Resolver resolver(List<String> servers, int tries) {
    return new Resolver(settings(servers, tries), threads);
  }

  private static ScannerSettings settings(List<String> servers, int tries) {
    var limits = Lab.LIMITS;
    return new ScannerSettings(
        "Lab/1.0",
        servers,
        List.of(),
        List.of(),
        80,
        443,
        25,
        null,
        null,
        new ScannerSettings.Limits(
            limits.dnsTry(),
            tries,
            limits.connect(),
            limits.handshake(),
            limits.visit(),
            limits.hops(),
            limits.headerBytes(),
            limits.bodyBytes(),
            limits.addresses()),
        Lab.POLITENESS,
        Lab.NO_DNS,
        Lab.WEB);
  }

  private static Message found(Message query) {
    return PracticeAnswers.with(query, "ferry.test. A 127.42.0.7");
  }

  private static Message denied(Message query) {
    var message = PracticeAnswers.with(query, "ferry.test. A 127.42.0.7");
    message.removeAllRecords(Section.ANSWER);
    message.getHeader().setRcode(Rcode.NXDOMAIN);
    return message;
  }

  /// A name server on loopback that sends what a script says.
  private final class LoneResolver implements AutoCloseable {
    interface Script {
      List<byte[]> reply(Message query) throws IOException, InterruptedException;
    }

    private final DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(LoneServer.home(), 0));

    LoneResolver(Script script) throws SocketException {
      threads.execute(() -> serve(script));
    }

    private void serve(Script script) {
      while (!socket.isClosed()) {
        try {
          var packet = new DatagramPacket(new byte[4096], 4096);
          socket.receive(packet);
          threads.execute(() -> reply(script, packet));
        } catch (IOException _) {
          // closed
        }
      }
    }

    private void reply(Script script, DatagramPacket packet) {
      try {
        var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        for (var octets : script.reply(query)) {
          socket.send(new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
        }
      } catch (IOException | InterruptedException _) {
        // the asker left
      }
    }

    Resolver resolver() {
      return ResolverTest.this.resolver(List.of("127.0.0.1:" + socket.getLocalPort()), 2);
    }

    Lookup ask(String name) {
      return resolver().ask(new Question(name, "A"));
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
