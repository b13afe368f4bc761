package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.practice.AwkwardZones;
import uk.nhs.estate.practice.Misbehaviour;
import uk.nhs.estate.practice.PracticeZone;
import uk.nhs.estate.practice.Signing;
import uk.nhs.estate.practice.SigningFault;
import uk.nhs.estate.register.DomainName;

class DnsVisitTest {
  private DnsLab lab;

  @BeforeEach
  void start() throws IOException {
    lab = DnsLab.start();
  }

  @AfterEach
  void stop() throws IOException {
    lab.close();
  }

  @Test
  void seesASoundSignedDomainFromTheRootDownwards() {
    var facts = lab.look();

    assertThat(facts.parentZone()).isEqualTo("test");
    assertThat(facts.parentNames()).containsExactlyInAnyOrder("ns1.ferry.test", "ns2.ferry.test");
    assertThat(facts.childNames()).containsExactlyInAnyOrder("ns1.ferry.test", "ns2.ferry.test");
    assertThat(facts.security()).isEqualTo(new Security.Secure());
    assertThat(facts.parentServers()).hasSize(2).allMatch(ServerFacts::isAlive);
    assertThat(facts.servers()).hasSize(2);
    for (var server : facts.servers()) {
      assertThat(server.security()).isEqualTo(new Security.Secure());
      for (var question :
          List.of(Question.SOA, Question.NS, Question.DNSKEY, Question.SOA_BY_TCP)) {
        assertThat(server.reply(question))
            .as(question.name())
            .hasValueSatisfying(
                reply -> {
                  assertThat(reply.rcode()).isEqualTo("NOERROR");
                  assertThat(reply.has("aa")).isTrue();
                  assertThat(reply.edns()).isZero();
                });
      }
      assertThat(rcode(server, Question.TRANSFER)).isEqualTo("REFUSED");
      assertThat(rcode(server, Question.EDNS_VERSION_1)).startsWith("BADVER");
      assertThat(rcode(server, Question.RECURSION)).isEqualTo("REFUSED");
      assertThat(rcode(server, Question.SOFTWARE_VERSION)).isEqualTo("REFUSED");
    }
    assertThat(facts.records())
        .allSatisfy(
            lookup ->
                assertThat(lookup.security())
                    .as(lookup.name() + " " + lookup.type() + " " + lookup.answer())
                    .isEqualTo(new Security.Secure()));
    assertThat(facts.lookup("ferry.test", "DS").orElseThrow().data()).hasSize(1);
    assertThat(
            facts
                .lookup("estate-probe-one.ferry.test", "A")
                .orElseThrow()
                .provesThatTheNameDoesNotExist())
        .isTrue();
  }

  @Test
  void asksAtMostSixtyQuestionsOfASoundDomainAndFewerTheSecondTime() {
    lab.look();
    long first = lab.probe.questions();
    lab.look();
    long second = lab.probe.questions() - first;
    lab.probe.look(DomainName.parse(DnsLab.DOMAIN), Depth.LIGHT);
    long light = lab.probe.questions() - first - second;

    assertThat(first).isLessThanOrEqualTo(60);
    assertThat(second).isLessThan(first);
    assertThat(light).isLessThanOrEqualTo(30);
  }

  @Test
  void saysOfALightLookThatTheScanLevelAllowsNoMore() {
    var facts = lab.probe.look(DomainName.parse(DnsLab.DOMAIN), Depth.LIGHT);

    assertThat(facts.security()).isEqualTo(new Security.Secure());
    assertThat(facts.servers()).hasSize(2);
    for (var question : List.of(Question.SOA_BY_TCP, Question.TRANSFER, Question.RECURSION)) {
      assertThat(facts.servers().getFirst().outcome(question))
          .isEqualTo(
              new Asked.NotAsked("the scan level of this name does not allow this look", false));
    }
    for (var name : List.of("estate-probe-one.ferry.test", "www.ferry.test")) {
      assertThat(facts.asked(name, "A").answer())
          .isEqualTo(new Lookup.Unasked(new Obstacle(Kind.SCAN_LEVEL)));
    }
  }

  @Test
  void seesTheSameAtASecondLook() {
    assertThat(lab.look().steady()).isEqualTo(lab.look().steady());
  }

  @Test
  void takesANameThatTheZoneAboveDeniesForProvedAbsent() {
    var facts = lab.look("nobody.test");

    assertThat(facts.soa().provesThatTheNameDoesNotExist()).isTrue();
    assertThat(facts.soa().security()).isEqualTo(new Security.Secure());
    assertThat(facts.servers()).isEmpty();
  }

  @Test
  void looksAtANameInsideAnotherZone() {
    var facts = lab.look("www.ferry.test");

    assertThat(facts.parentZone()).isEqualTo("ferry.test");
    assertThat(facts.servers()).isEmpty();
    assertThat(facts.ns().answer()).isEqualTo(new Lookup.Absent(Lookup.Absence.NODATA, List.of()));
    assertThat(facts.lookup("www.ferry.test", "A").orElseThrow().data())
        .containsExactly("127.42.0.7");
  }

  @Test
  void asksASilentServerNothingMoreAndGoesOnWithTheOther() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.Silent());
    var facts = lab.look();

    var silent = server(facts, lab.first);
    assertThat(silent.outcome(Question.SOA))
        .isInstanceOfSatisfying(
            Asked.Unreplied.class,
            none -> {
              assertThat(none.obstacle().kind()).isEqualTo(Kind.TIMED_OUT);
              assertThat(none.tries()).isEqualTo(DnsLab.TRIES.size());
            });
    assertThat(silent.outcome(Question.SOA_BY_TCP)).isInstanceOf(Asked.NotAsked.class);
    assertThat(silent.answered()).isZero();
    assertThat(server(facts, lab.second).isAlive()).isTrue();
    assertThat(facts.security()).isEqualTo(new Security.Secure());
    assertThat(facts.lookup("ferry.test", "A").orElseThrow().data()).containsExactly("127.42.0.7");
  }

  @Test
  void saysOfADomainWhoseServersAreAllSilentThatNothingCouldBeAsked() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.Silent());
    lab.world.dns().misbehave(lab.second, new Misbehaviour.Silent());
    var facts = lab.look();

    assertThat(facts.parentNames()).hasSize(2);
    assertThat(facts.soa().answer()).isInstanceOf(Lookup.Unasked.class);
    for (var question : List.of("ferry.test MX", "estate-probe-one.ferry.test A")) {
      var words = question.split(" ");
      assertThat(facts.asked(words[0], words[1]).answer())
          .isInstanceOfSatisfying(
              Lookup.Unasked.class,
              hidden -> assertThat(hidden.obstacle().kind()).isEqualTo(Kind.TIMED_OUT));
    }
    assertThat(facts.nameServerAddresses())
        .hasSize(4)
        .allSatisfy(
            lookup ->
                assertThat(lookup.answer())
                    .isEqualTo(new Lookup.Unasked(new Obstacle(Kind.TIMED_OUT))));
    assertThat(facts.security()).isInstanceOf(Security.Unchecked.class);
  }

  @Test
  void waitsForASlowServer() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.Slow(Duration.ofMillis(900)));
    var slow = server(lab.look(), lab.first);

    assertThat(slow.reply(Question.SOA)).isPresent();
    assertThat(slow.medianMillis()).isGreaterThanOrEqualTo(900);
  }

  @Test
  void keepsWhatARefusingAndAFailingServerSay() throws IOException {
    lab.world.dns().misbehave(lab.first, Misbehaviour.Refuses.refused());
    lab.world.dns().misbehave(lab.second, Misbehaviour.Refuses.servfail());
    var facts = lab.look();

    assertThat(rcode(server(facts, lab.first), Question.SOA)).isEqualTo("REFUSED");
    assertThat(rcode(server(facts, lab.second), Question.SOA)).isEqualTo("SERVFAIL");
    assertThat(facts.soa().answer())
        .isInstanceOfSatisfying(
            Lookup.Unasked.class,
            hidden -> assertThat(hidden.obstacle().kind()).isEqualTo(Kind.NAME_SERVERS_FAILED));
  }

  @Test
  void readsATruncatedAnswerByTcp() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.Truncates());
    var facts = lab.look();

    var server = server(facts, lab.first);
    assertThat(server.reply(Question.SOA).orElseThrow().has("tc")).isTrue();
    assertThat(server.reply(Question.SOA_BY_TCP).orElseThrow().answer()).isNotEmpty();
    assertThat(server.reply(Question.NS).orElseThrow().answer()).isNotEmpty();
  }

  @Test
  void seesThatAServerDoesNotListenByTcp() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.RefusesTcp());
    var server = server(lab.look(), lab.first);

    assertThat(server.reply(Question.SOA)).isPresent();
    assertThat(server.outcome(Question.SOA_BY_TCP))
        .isInstanceOfSatisfying(
            Asked.Unreplied.class,
            none -> assertThat(none.obstacle().kind()).isEqualTo(Kind.CONNECTION_REFUSED));
  }

  @Test
  void hearsNothingThatAnswersAnotherQuestion() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.WrongId());
    lab.world.dns().misbehave(lab.second, new Misbehaviour.WrongQuestion());
    var facts = lab.look();

    for (var address : List.of(lab.first, lab.second)) {
      assertThat(server(facts, address).outcome(Question.SOA))
          .isInstanceOfSatisfying(
              Asked.Unreplied.class,
              none -> assertThat(none.obstacle().kind()).isEqualTo(Kind.PROTOCOL_ERROR));
    }
    assertThat(facts.soa().answer()).isInstanceOf(Lookup.Unasked.class);
  }

  @Test
  void asksWithoutEdnsAServerThatCannotCopeWithIt() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.FormerrToEdns());
    lab.world.dns().misbehave(lab.second, new Misbehaviour.DropsEdns());
    var facts = lab.look();

    assertThat(rcode(server(facts, lab.first), Question.SOA)).isEqualTo("FORMERR");
    assertThat(server(facts, lab.second).outcome(Question.SOA)).isInstanceOf(Asked.Unreplied.class);
    for (var address : List.of(lab.first, lab.second)) {
      assertThat(server(facts, address).reply(Question.SOA_WITHOUT_EDNS).orElseThrow().answer())
          .isNotEmpty();
    }
    assertThat(facts.lookup("ferry.test", "A").orElseThrow().data()).containsExactly("127.42.0.7");
  }

  @Test
  void seesThatAServerAnswersWithoutEdns() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.IgnoresEdns());
    var server = server(lab.look(), lab.first);

    assertThat(server.reply(Question.SOA).orElseThrow().edns()).isNull();
    assertThat(server.reply(Question.SOA_WITHOUT_EDNS)).isPresent();
  }

  @Test
  void keepsAReferralUpwards() throws IOException {
    lab.world.put(lab.sound(), lab.second);
    lab.world.dns().misbehave(lab.first, new Misbehaviour.RefersUpward());
    var server = server(lab.look(), lab.first);

    assertThat(server.reply(Question.SOA).orElseThrow().isReferral()).isTrue();
    assertThat(server.outcome(Question.NS)).isInstanceOf(Asked.NotAsked.class);
  }

  @Test
  void believesNoServerWithoutAuthority() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.NotAuthoritative());
    lab.world.dns().misbehave(lab.second, new Misbehaviour.NotAuthoritative());
    var facts = lab.look();

    assertThat(server(facts, lab.first).reply(Question.SOA).orElseThrow().has("aa")).isFalse();
    assertThat(facts.lookup("ferry.test", "A").orElseThrow().answer())
        .isInstanceOf(Lookup.Unasked.class);
  }

  @Test
  void seesOpenDoors() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.GivesZonesAway());
    lab.world.dns().misbehave(lab.second, new Misbehaviour.Recursive());
    var facts = lab.look();

    var transfer = server(facts, lab.first).reply(Question.TRANSFER).orElseThrow();
    assertThat(transfer.answer("ferry.test", "SOA")).isNotEmpty();
    var recursion = server(facts, lab.second).reply(Question.RECURSION).orElseThrow();
    assertThat(recursion.has("ra")).isTrue();
    assertThat(recursion.answer()).isNotEmpty();
  }

  @Test
  void seesTheSoftwareTheCaseAndTheVersionOfEdns() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.ShowsVersion("NAMED 9.1"));
    lab.world.dns().misbehave(lab.second, new Misbehaviour.ChangesCase());
    var facts = lab.look();

    assertThat(
            server(facts, lab.first)
                .reply(Question.SOFTWARE_VERSION)
                .orElseThrow()
                .answer()
                .getFirst()
                .data())
        .contains("NAMED 9.1");
    assertThat(server(facts, lab.second).reply(Question.EDNS_VERSION_1).orElseThrow().caseKept())
        .isFalse();
    assertThat(server(facts, lab.first).reply(Question.EDNS_VERSION_1).orElseThrow().caseKept())
        .isTrue();
  }

  @Test
  void countsWhatALossyServerLoses() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.LosesEverySecond());
    var server = server(lab.look(), lab.first);

    assertThat(server.isAlive()).isTrue();
    assertThat(server.answered()).isLessThan(server.sent());
  }

  @Test
  void endsWhenAMessageIsMadeToGoRoundInCircles() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.CompressionLoop());
    lab.world.dns().misbehave(lab.second, new Misbehaviour.Garbage());
    var facts = lab.look();

    for (var address : List.of(lab.first, lab.second)) {
      assertThat(server(facts, address).outcome(Question.SOA))
          .isInstanceOfSatisfying(
              Asked.Unreplied.class,
              none -> assertThat(none.obstacle().kind()).isEqualTo(Kind.PROTOCOL_ERROR));
    }
  }

  @Test
  void asksNoMoreThanSoManyOfEightyEightNameServers() throws IOException {
    lab.world.put(AwkwardZones.manyNameServers("crowd.test", 88, lab.first), lab.first);
    var facts = lab.look("crowd.test");

    assertThat(facts.ns().data()).hasSize(88);
    assertThat(facts.servers()).hasSize(1);
    assertThat(facts.lookup("crowd.test", "SOA").orElseThrow().data()).hasSize(1);
  }

  @Test
  void readsLargeAnswersByTcp() throws IOException {
    lab.world.put(
        AwkwardZones.largeText(AwkwardZones.sound("wordy.test", lab.first, lab.second)),
        lab.first,
        lab.second);
    var facts = lab.look("wordy.test");

    assertThat(facts.lookup("wordy.test", "TXT").orElseThrow().data().getFirst())
        .hasSizeGreaterThan(4000);
  }

  @Test
  void findsTheServersThatOnlyTheZoneItselfNames() throws IOException {
    var third = lab.world.dns().open();
    lab.world.put(
        AwkwardZones.sound("odd.test", lab.first, lab.second)
            .with("@ NS ns3\nns3 A " + third.getHostAddress()),
        lab.first,
        lab.second,
        third);
    lab.world.delegate(
        "odd.test", "odd NS ns1.odd\nns1.odd A " + lab.first.getHostAddress() + "\n");
    var facts = lab.look("odd.test");

    assertThat(facts.parentNames()).containsExactly("ns1.odd.test");
    assertThat(facts.childNames()).hasSize(3);
    assertThat(server(facts, third).reply(Question.SOA)).isPresent();
  }

  @Test
  void saysWhyAnUnsignedDomainIsInsecure() throws IOException {
    lab.world.put(AwkwardZones.sound("plain.test", lab.first, lab.second), lab.first, lab.second);
    var facts = lab.look("plain.test");

    assertThat(facts.security()).isInstanceOf(Security.Insecure.class);
    assertThat(facts.lookup("plain.test", "DS").orElseThrow())
        .satisfies(
            ds -> {
              assertThat(ds.answer()).isInstanceOf(Lookup.Absent.class);
              assertThat(ds.security()).isEqualTo(new Security.Secure());
            });
    assertThat(facts.lookup("plain.test", "A").orElseThrow().security())
        .isInstanceOf(Security.Insecure.class);
  }

  @Test
  void saysWhyASignedDomainIsBroken() throws IOException {
    var expired =
        AwkwardZones.sound(DnsLab.DOMAIN, lab.first, lab.second)
            .signed(
                Signing.from(DnsLab.NOW)
                    .valid(
                        DnsLab.NOW.minus(Duration.ofDays(30)),
                        DnsLab.NOW.minus(Duration.ofDays(1))));
    lab.world.put(expired, lab.first, lab.second);
    assertThat(reason(lab.look())).isEqualTo(Security.Reason.SIGNATURE_EXPIRED);

    lab.world.put(spoilt(new SigningFault.DsWithWrongDigest()), lab.first, lab.second);
    assertThat(reason(lab.look())).isEqualTo(Security.Reason.DIGEST_WRONG);
  }

  @Test
  void saysOfEachRecordSetWhetherItIsBroken() throws IOException {
    lab.world.put(spoilt(new SigningFault.Unsigned("@", Type.A)), lab.first, lab.second);
    var facts = lab.look();

    assertThat(facts.security()).isEqualTo(new Security.Secure());
    assertThat(facts.lookup("ferry.test", "A").orElseThrow().security())
        .isInstanceOfSatisfying(
            Security.Bogus.class,
            bogus -> assertThat(bogus.reason()).isEqualTo(Security.Reason.SIGNATURE_MISSING));
    assertThat(facts.lookup("ferry.test", "MX").orElseThrow().security())
        .isEqualTo(new Security.Secure());
  }

  @Test
  void tellsTheStaleSecondaryFromTheOther() throws IOException {
    var stale =
        AwkwardZones.sound(DnsLab.DOMAIN, lab.first, lab.second)
            .signed(
                Signing.from(DnsLab.NOW)
                    .valid(
                        DnsLab.NOW.minus(Duration.ofDays(30)),
                        DnsLab.NOW.minus(Duration.ofDays(1))));
    var current = lab.sound();
    lab.world.put(current, lab.first, lab.second);
    lab.world.dns().serveOnlyAt(lab.second, stale);
    var facts = lab.look();

    assertThat(server(facts, lab.second).security()).isInstanceOf(Security.Bogus.class);
    assertThat(server(facts, lab.first).security()).isEqualTo(new Security.Secure());
    assertThat(facts.security()).isEqualTo(new Security.Secure());
  }

  @Test
  void followsNamesOutOfTheDomainAndAsksWhetherTheirDomainIsFree() throws IOException {
    lab.world.put(
        AwkwardZones.dangling(AwkwardZones.sound("loose.test", lab.first, lab.second)),
        lab.first,
        lab.second);
    var facts = lab.look("loose.test");

    assertThat(facts.targets())
        .anySatisfy(
            target -> {
              assertThat(target.provesThatItDoesNotExist()).isTrue();
              assertThat(target.name()).endsWith(".test");
            });
  }

  @Test
  void staysWithinItsTimeWhateverTheServersDo() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.Slow(Duration.ofSeconds(30)));
    lab.world.dns().misbehave(lab.second, new Misbehaviour.Silent());

    assertThat(lab.look().soa().answer()).isInstanceOf(Lookup.Unasked.class);
  }

  private PracticeZone spoilt(SigningFault fault) {
    return AwkwardZones.sound(DnsLab.DOMAIN, lab.first, lab.second)
        .signed(Signing.from(DnsLab.NOW).spoilt(fault));
  }

  private static Security.Reason reason(DnsFacts facts) {
    if (facts.security() instanceof Security.Bogus(var reason, _)) {
      return reason;
    }
    throw new AssertionError("not bogus, but " + facts.security());
  }

  private static ServerFacts server(DnsFacts facts, InetAddress address) {
    return facts.servers().stream()
        .filter(server -> server.address().equals(address.getHostAddress()))
        .findFirst()
        .orElseThrow();
  }

  private static String rcode(ServerFacts server, Question question) {
    return server.reply(question).orElseThrow().rcode();
  }
}
