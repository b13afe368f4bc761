package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class PracticeDnsTest {

  private static final PracticeZone TEST =
      PracticeZone.of("test", "@ SOA ns.test. hostmaster.test. 1 7200 1800 1209600 300");
  private static final PracticeZone FERRY =
      PracticeZone.of(
          "ferry.test",
          """
          @      SOA   ns1 hostmaster 1 7200 1800 1209600 60
          @      NS    ns1
          @      A     127.42.0.7
          ns1    A     127.53.0.1
          www    CNAME web
          web    CNAME ferry.test.
          round  CNAME about
          about  CNAME round
          away   CNAME www.elsewhere.example.
          gone   CNAME nothing
          """
              + "big TXT \"%s\"\n".formatted("x".repeat(250))
              + "big TXT \"%s\"\n".formatted("y".repeat(250))
              + "big TXT \"%s\"\n".formatted("z".repeat(250)));

  private static final Signing SIGNING = Signing.from(Instant.parse("2026-11-26T06:00:00Z"));

  private PracticeDns dns;

  @BeforeEach
  void start() throws IOException {
    dns = PracticeDns.start();
    dns.serve(TEST);
    dns.serve(FERRY);
  }

  @AfterEach
  void stop() throws IOException {
    dns.close();
  }

  @Test
  void answersAsAResolver() throws IOException {
    var reply = resolve("ferry.test", Type.A);

    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(answers(reply)).containsExactly("127.42.0.7");
    assertThat(reply.getHeader().getFlag(Flags.RA)).isTrue();
    assertThat(reply.getHeader().getFlag(Flags.AA)).isFalse();
  }

  @Test
  void answersAsAnAuthorityAtItsOtherAddresses() throws IOException {
    var authority = new Loopback(53).next();
    try (var both = PracticeDns.start(authority)) {
      both.serve(FERRY);
      var reply = Asker.of(both, authority).ask(Asker.recursive("ferry.test", Type.NS));

      assertThat(answers(reply)).containsExactly("ns1.ferry.test.");
      assertThat(reply.getHeader().getFlag(Flags.AA)).isEqualTo(Loopback.hasWholeNetwork());
      assertThat(reply.getHeader().getFlag(Flags.RA)).isNotEqualTo(Loopback.hasWholeNetwork());
    }
  }

  @Test
  void followsAliasesToTheEnd() throws IOException {
    assertThat(answers(resolve("www.ferry.test", Type.A)))
        .containsExactly("web.ferry.test.", "ferry.test.", "127.42.0.7");
  }

  @Test
  void failsOnAliasesThatLoopOrLeadOutOfItsWorld() throws IOException {
    assertThat(resolve("round.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(resolve("away.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
  }

  @Test
  void deniesANameAndATypeWithTheZonesSoa() throws IOException {
    var noName = resolve("nobody.ferry.test", Type.A);
    var noData = resolve("ferry.test", Type.AAAA);
    var dangling = resolve("gone.ferry.test", Type.A);

    assertThat(noName.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(noData.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(dangling.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(List.of(noName, noData, dangling))
        .allSatisfy(
            reply -> {
              var soa = reply.getSection(Section.AUTHORITY).getFirst();
              assertThat(soa.getName()).hasToString("ferry.test.");
              assertThat(soa.getTTL()).isEqualTo(60);
            });
  }

  @Test
  void deniesAnUnregisteredDomainFromTheZoneAbove() throws IOException {
    var reply = resolve("no-such-trust.test", Type.NS);

    assertThat(reply.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(reply.getSection(Section.AUTHORITY).getFirst().getName()).hasToString("test.");
  }

  @Test
  void asksTheZoneAboveForADsRecord() throws IOException {
    var reply = resolve("ferry.test", Type.DS);

    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.getSection(Section.AUTHORITY).getFirst().getName()).hasToString("test.");
  }

  @Test
  void refusesWhatIsNotOfItsWorld() throws IOException {
    assertThat(resolve("www.elsewhere.example", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(resolve("ferry.test", Type.AXFR).getRcode()).isEqualTo(Rcode.REFUSED);
    var notify = Asker.recursive("ferry.test", Type.SOA);
    notify.getHeader().setOpcode(Opcode.NOTIFY);
    assertThat(resolver().ask(notify).getRcode()).isEqualTo(Rcode.NOTIMP);
  }

  @Test
  void truncatesALargeAnswerOverUdpAndGivesItWholeOverTcp() throws IOException {
    var query = Asker.recursive("big.ferry.test", Type.TXT);
    var short512 = resolver().ask(query);
    var whole = resolver().tcp(query);

    assertThat(short512.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(answers(whole)).hasSize(3);
  }

  @Test
  void sendsALargeAnswerOverUdpToThoseWhoSayTheyCanTakeIt() throws IOException {
    var query = Asker.recursive("big.ferry.test", Type.TXT);
    Asker.edns(query, 0, 0);
    var reply = resolver().ask(query);

    assertThat(answers(reply)).hasSize(3);
    assertThat(reply.getOPT().getPayloadSize()).isEqualTo(1232);
  }

  @Test
  void servesAnOrdinaryResolverLibrary() throws IOException {
    var resolver = new SimpleResolver(dns.resolver());
    resolver.setTimeout(Duration.ofSeconds(5));
    var reply =
        resolver.send(Asker.recursive("big.ferry.test", Type.TXT)); // truncated, then by TCP

    assertThat(answers(reply)).hasSize(3);
  }

  @Test
  void answersSeveralQuestionsOnOneConnection() throws IOException {
    try (var socket = resolver().connect()) {
      for (int i = 0; i < 3; i++) {
        Asker.send(socket, Asker.query("ferry.test", Type.A));
        assertThat(answers(Asker.receive(socket))).containsExactly("127.42.0.7");
      }
    }
  }

  @Test
  void canBeSilent() throws IOException {
    dns.misbehave("ferry.test", new Misbehaviour.Silent());

    assertThat(resolver().hearsNothing(Asker.recursive("www.ferry.test", Type.A))).isTrue();
    try (var socket = resolver().connect()) {
      socket.setSoTimeout(200);
      Asker.send(socket, Asker.query("ferry.test", Type.A));
      assertThatThrownBy(() -> Asker.receive(socket)).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(resolve("other.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void canRefuseOrFail() throws IOException {
    dns.misbehave("ferry.test", Misbehaviour.Refuses.servfail());
    dns.misbehave("www.ferry.test", Misbehaviour.Refuses.refused());

    var failed = resolve("ferry.test", Type.A);
    assertThat(failed.getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(answers(failed)).isEmpty();
    assertThat(resolve("www.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void canBeSlow() throws IOException {
    dns.misbehave("ferry.test", new Misbehaviour.Slow(Duration.ofMillis(120)));
    long before = System.nanoTime();

    assertThat(answers(resolve("ferry.test", Type.A))).containsExactly("127.42.0.7");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(100));
  }

  @Test
  void canTruncateEverything() throws IOException {
    dns.misbehave("ferry.test", new Misbehaviour.Truncates());
    var query = Asker.recursive("ferry.test", Type.A);
    var cut = resolver().ask(query);

    assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(answers(cut)).isEmpty();
    assertThat(answers(resolver().tcp(query))).containsExactly("127.42.0.7");

    dns.misbehave("ferry.test", new Misbehaviour.TruncatesWithoutTcp());
    assertThat(resolver().ask(query).getHeader().getFlag(Flags.TC)).isTrue();
    assertThatThrownBy(() -> resolver().tcp(query)).isInstanceOf(IOException.class);
  }

  @Test
  void canSendWhatNobodyCanRead() throws IOException {
    dns.misbehave("ferry.test", new Misbehaviour.Garbage());
    var query = Asker.recursive("ferry.test", Type.A);
    var octets = resolver().octets(query.toWire());

    assertThat(Arrays.copyOf(octets, 2)).isEqualTo(Arrays.copyOf(query.toWire(), 2));
    assertThatThrownBy(() -> new Message(octets)).isInstanceOf(IOException.class);
  }

  @Test
  void canAnswerWithAnotherIdOrAnotherQuestion() throws IOException {
    dns.misbehave("ferry.test", new Misbehaviour.WrongId());
    var query = Asker.recursive("ferry.test", Type.A);
    assertThat(resolver().ask(query).getHeader().getID()).isNotEqualTo(query.getHeader().getID());

    dns.misbehave("ferry.test", new Misbehaviour.WrongQuestion());
    assertThat(resolver().ask(query).getQuestion()).isNotEqualTo(query.getQuestion());
  }

  @Test
  void canClaimToHaveValidated() throws IOException {
    assertThat(resolve("ferry.test", Type.A).getHeader().getFlag(Flags.AD)).isFalse();
    dns.misbehave("ferry.test", new Misbehaviour.ClaimsSecure());
    assertThat(resolve("ferry.test", Type.A).getHeader().getFlag(Flags.AD)).isTrue();
  }

  @Test
  void misbehavesWhenAnAliasLeadsToTheCulprit() throws IOException {
    dns.serve(FERRY.with("alias CNAME www.quiet.test."));
    dns.misbehave("quiet.test", Misbehaviour.Refuses.servfail());

    assertThat(resolve("alias.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
  }

  @Test
  void canBeMendedWhileItRuns() throws IOException {
    dns.misbehave("ferry.test", Misbehaviour.Refuses.servfail());
    dns.behave("ferry.test");
    dns.serve(FERRY.with("new A 127.42.0.8"));
    assertThat(answers(resolve("new.ferry.test", Type.A))).containsExactly("127.42.0.8");

    dns.forget("ferry.test");
    assertThat(resolve("new.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThatThrownBy(() -> PracticeDns.start(InetAddress.getByName("192.0.2.1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loopback only");
  }

  @Test
  void isGoneWhenItIsClosed() throws IOException {
    dns.misbehave("ferry.test", new Misbehaviour.Slow(Duration.ofHours(1)));
    assertThat(resolver().hearsNothing(Asker.recursive("ferry.test", Type.A))).isTrue();
    dns.close(); // throws when a thread stays behind

    assertThatThrownBy(() -> resolver().tcp(Asker.recursive("ferry.test", Type.A)))
        .isInstanceOf(IOException.class);
    try (var udp = new DatagramSocket(dns.resolver())) {
      assertThat(udp.isBound()).isTrue();
    }
  }

  @FuzzTest
  void answersOrIgnoresWhateverItIsSent(byte[] octets) throws IOException {
    var server = Nameserver.authority(new Answers(), new Zones());
    server.zones().put(TEST.signed(SIGNING));
    server.zones().put(FERRY);

    assertThat(new Responder(server).reply(octets, false))
        .allSatisfy(sent -> assertThat(sent.length).isLessThanOrEqualTo(4096));
  }

  @Test
  void saysThatItCannotReadAMessage() throws IOException {
    var octets = new byte[] {1, 2, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 63};
    var reply = new Message(resolver().octets(octets));

    assertThat(reply.getHeader().getID()).isEqualTo(0x0102);
    assertThat(reply.getRcode()).isEqualTo(Rcode.FORMERR);
  }

  private Asker resolver() {
    return new Asker(dns.resolver());
  }

  private Message resolve(String name, int type) throws IOException {
    return resolver().ask(Asker.recursive(name, type));
  }

  private static List<String> answers(Message reply) {
    return Asker.data(reply, Section.ANSWER);
  }
}
