package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class MisbehaviourTest {

  private PracticeDns dns;
  private InetAddress address;
  private InetAddress other;
  private Asker culprit;
  private Asker bystander;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Loopback.hasWholeNetwork(), "every server needs an address of its own");
    dns = PracticeDns.start();
    address = dns.open();
    other = dns.open();
    dns.serve(PracticeZone.of("test", "@ SOA ns.test. hostmaster.test. 1 7200 1800 1209600 300"));
    dns.serve(AwkwardZones.sound("ferry.test", address, other));
    culprit = Asker.of(dns, address);
    bystander = Asker.of(dns, other);
  }

  @AfterEach
  void stop() throws IOException {
    if (dns != null) {
      dns.close();
    }
  }

  @Test
  void aSoundServerDoesNoneOfIt() throws IOException {
    var asked = Asker.query("Www.fErry.TEST", Type.A);
    var reply = bystander.ask(asked);
    var newer = bystander.ask(Asker.edns(Asker.query("www.ferry.test", Type.A), 1, 0));

    assertThat(reply.getQuestion().getName()).hasToString("Www.fErry.TEST.");
    assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(reply.getHeader().getFlag(Flags.RA)).isFalse();
    assertThat(reply.getOPT()).isNull();
    assertThat(newer.getRcode()).isEqualTo(Rcode.BADVERS);
    assertThat(newer.getSection(Section.ANSWER)).isEmpty();
    assertThat(newer.getOPT().getVersion()).isZero();
    assertThat(bystander.ask(version()).getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(bystander.tcp(Asker.query("ferry.test", Type.AXFR)).getRcode())
        .isEqualTo(Rcode.REFUSED);
    assertThat(bystander.ask(Asker.recursive("www.example", Type.A)).getRcode())
        .isEqualTo(Rcode.REFUSED);
  }

  @Test
  void concernsOneServerAndNoOther() throws IOException {
    dns.misbehave(address, Misbehaviour.Refuses.servfail());

    assertThat(culprit.ask("www.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(bystander.ask("www.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(new Asker(dns.resolver()).ask(Asker.recursive("www.ferry.test", Type.A)).getRcode())
        .isEqualTo(Rcode.NOERROR);
    dns.behave(address);
    assertThat(culprit.ask("www.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void ofANameIsNotThatOfTheServersOfTheZoneAbove() throws IOException {
    var registry = dns.open();
    dns.serve(
        PracticeZone.of(
            "test",
            """
            @ SOA ns hostmaster 1 7200 1800 1209600 300
            ferry NS ns1.ferry
            ns1.ferry A %s
            """
                .formatted(address.getHostAddress())),
        registry);
    dns.misbehave("ferry.test", new Misbehaviour.Silent());

    assertThat(culprit.hearsNothing(Asker.query("www.ferry.test", Type.A))).isTrue();
    var above = Asker.of(dns, registry);
    assertThat(Asker.types(above.ask("www.ferry.test", Type.A), Section.AUTHORITY))
        .containsExactly(Type.NS);
    assertThat(above.ask("ferry.test", Type.DS).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void isSilentOrRefusesOrIsSlow() throws IOException {
    dns.misbehave(address, new Misbehaviour.Silent());
    assertThat(culprit.hearsNothing(Asker.query("www.ferry.test", Type.A))).isTrue();

    dns.misbehave(address, Misbehaviour.Refuses.refused());
    assertThat(culprit.ask("www.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);

    dns.misbehave(address, new Misbehaviour.Slow(Duration.ofMillis(400)));
    assertThat(culprit.hearsNothing(Asker.query("www.ferry.test", Type.A))).isTrue();
    assertThat(addresses(culprit)).containsExactly("127.42.0.7");
  }

  @Test
  void losesEverySecondQuestion() throws IOException {
    dns.misbehave(address, new Misbehaviour.LosesEverySecond());
    var query = Asker.query("www.ferry.test", Type.A);

    assertThat(culprit.hearsNothing(query)).isTrue();
    assertThat(addresses(culprit)).containsExactly("127.42.0.7");
    assertThat(culprit.hearsNothing(query)).isTrue();
    assertThat(culprit.tcp(query).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void truncatesEverythingAndHasNoTcp() throws IOException {
    var query = Asker.query("www.ferry.test", Type.A);
    dns.misbehave(address, new Misbehaviour.Truncates());
    assertThat(culprit.ask(query).getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(culprit.tcp(query).getSection(Section.ANSWER)).hasSize(1);

    dns.misbehave(address, new Misbehaviour.HangsUpOnTcp());
    assertThat(addresses(culprit)).containsExactly("127.42.0.7");
    assertThatThrownBy(() -> culprit.tcp(query))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(ConnectException.class);

    dns.misbehave(address, new Misbehaviour.RefusesTcp());
    assertThat(addresses(culprit)).containsExactly("127.42.0.7");
    assertThatThrownBy(() -> culprit.tcp(query)).isInstanceOf(ConnectException.class);
    dns.behave(address);
    assertThat(culprit.tcp(query).getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void answersWithAnotherIdOrAnotherQuestionOrInCapitals() throws IOException {
    var query = Asker.query("www.ferry.test", Type.A);
    dns.misbehave(address, new Misbehaviour.WrongId());
    assertThat(culprit.ask(query).getHeader().getID()).isNotEqualTo(query.getHeader().getID());

    dns.misbehave(address, new Misbehaviour.WrongQuestion());
    assertThat(culprit.ask(query).getQuestion()).isNotEqualTo(query.getQuestion());

    dns.misbehave(address, new Misbehaviour.ChangesCase());
    assertThat(culprit.ask(query).getQuestion().getName()).hasToString("WWW.FERRY.TEST.");
  }

  @Test
  void sendsWhatCannotBeReadOrHasNoEnd() throws IOException {
    var query = Asker.query("www.ferry.test", Type.A);
    dns.misbehave(address, new Misbehaviour.Garbage());
    assertThatThrownBy(() -> culprit.ask(query)).isInstanceOf(IOException.class);

    dns.misbehave(address, new Misbehaviour.CompressionLoop());
    var octets = culprit.octets(query.toWire());
    int name = 12 + "www.ferry.test".length() + 2 + 4; // after the header and the question
    assertThat(octets[7]).isEqualTo((byte) 1);
    assertThat(((octets[name] & 0x3f) << 8) | (octets[name + 1] & 0xff)).isEqualTo(name);
    assertThatThrownBy(() -> new Message(octets)).isInstanceOf(IOException.class);
  }

  @Test
  void cannotDoEdns() throws IOException {
    var plain = Asker.query("www.ferry.test", Type.A);
    var query = Asker.edns(Asker.query("www.ferry.test", Type.A), 0, 0);
    dns.misbehave(address, new Misbehaviour.FormerrToEdns());
    var refused = culprit.ask(query);
    assertThat(refused.getRcode()).isEqualTo(Rcode.FORMERR);
    assertThat(refused.getOPT()).isNull();
    assertThat(culprit.ask(plain).getRcode()).isEqualTo(Rcode.NOERROR);

    dns.misbehave(address, new Misbehaviour.DropsEdns());
    assertThat(culprit.hearsNothing(query)).isTrue();
    assertThat(culprit.ask(plain).getRcode()).isEqualTo(Rcode.NOERROR);

    dns.misbehave(address, new Misbehaviour.IgnoresEdns());
    var ignored = culprit.ask(query);
    assertThat(ignored.getSection(Section.ANSWER)).hasSize(1);
    assertThat(ignored.getOPT()).isNull();

    dns.misbehave(address, new Misbehaviour.AnswersAnyEdnsVersion());
    var newer = culprit.ask(Asker.edns(Asker.query("www.ferry.test", Type.A), 1, 0));
    assertThat(newer.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(newer.getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void refersUpwardOrDisownsItsZones() throws IOException {
    dns.misbehave(address, new Misbehaviour.RefersUpward());
    var upward = culprit.ask("www.example", Type.A);
    assertThat(upward.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(upward.getSection(Section.AUTHORITY).getFirst().getName()).hasToString(".");
    assertThat(addresses(culprit)).containsExactly("127.42.0.7");

    dns.misbehave(address, new Misbehaviour.NotAuthoritative());
    var disowned = culprit.ask("www.ferry.test", Type.A);
    assertThat(disowned.getHeader().getFlag(Flags.AA)).isFalse();
    assertThat(disowned.getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void servesEverybody() throws IOException {
    dns.serve(AwkwardZones.sound("foreign.test", other, other), other);
    dns.misbehave(address, new Misbehaviour.Recursive());
    dns.serve(PracticeZone.of("test", "@ SOA ns hostmaster 1 7200 1800 1209600 300"), other);
    var found = culprit.ask(Asker.recursive("www.foreign.test", Type.A));

    assertThat(found.getHeader().getFlag(Flags.RA)).isTrue();
    assertThat(found.getSection(Section.ANSWER)).hasSize(1);
    assertThat(culprit.ask("www.foreign.test", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void givesAWholeZoneAway() throws IOException {
    dns.serve(AwkwardZones.manyRecords(AwkwardZones.sound("ferry.test", address, other), 250));
    dns.misbehave(address, new Misbehaviour.GivesZonesAway());
    var messages = culprit.tcp(Asker.query("ferry.test", Type.AXFR), 3);
    var types =
        messages.stream().flatMap(one -> Asker.types(one, Section.ANSWER).stream()).toList();

    assertThat(types).hasSize(250 + 8).startsWith(Type.SOA).endsWith(Type.SOA);
    assertThat(culprit.ask("ferry.test", Type.AXFR).getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(culprit.tcp(Asker.query("nobody.test", Type.AXFR)).getRcode())
        .isEqualTo(Rcode.REFUSED);
  }

  @Test
  void saysWhatSoftwareItIs() throws IOException {
    dns.misbehave(address, new Misbehaviour.ShowsVersion("Pretend DNS 1.0"));

    assertThat(Asker.data(culprit.ask(version()), Section.ANSWER))
        .containsExactly("\"Pretend DNS 1.0\"");
  }

  @Test
  void givesTheAskersOwnMachineAsAnAddressLater() throws IOException {
    dns.misbehave("www.ferry.test", new Misbehaviour.Rebinds(2));
    assertThat(culprit.ask("www.ferry.test", Type.AAAA).getRcode()).isEqualTo(Rcode.NOERROR);

    assertThat(List.of(addresses(culprit), addresses(bystander), addresses(culprit)))
        .containsExactly(List.of("127.42.0.7"), List.of("127.42.0.7"), List.of("127.0.0.1"));
  }

  @Test
  void failsForOneTypeOnly() throws IOException {
    dns.misbehave(address, new Misbehaviour.OnlyFor(Type.AAAA, Misbehaviour.Refuses.nxdomain()));
    assertThat(addresses(culprit)).containsExactly("127.42.0.7");
    assertThat(culprit.ask("www.ferry.test", Type.AAAA).getRcode()).isEqualTo(Rcode.NXDOMAIN);

    dns.misbehave(address, new Misbehaviour.OnlyFor(Type.AAAA, new Misbehaviour.Silent()));
    assertThat(culprit.hearsNothing(Asker.query("www.ferry.test", Type.AAAA))).isTrue();
    assertThat(addresses(culprit)).containsExactly("127.42.0.7");
  }

  @Test
  void claimsToHaveValidatedInVain() throws IOException {
    var resolver = new Asker(dns.resolver());
    dns.misbehave(
        "ferry.test", new Misbehaviour.ClaimsBogus(ExtendedErrorCodeOption.SIGNATURE_EXPIRED));
    var query = Asker.edns(Asker.recursive("www.ferry.test", Type.A), 0, 0);
    var failed = resolver.ask(query);
    query.getHeader().setFlag(Flags.CD);
    var unchecked = resolver.ask(query);

    assertThat(failed.getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(failed.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR))
        .singleElement()
        .extracting(one -> ((ExtendedErrorCodeOption) one).getErrorCode())
        .isEqualTo(ExtendedErrorCodeOption.SIGNATURE_EXPIRED);
    assertThat(unchecked.getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void isNoMatterOfTheAliasesLengthOrTheZonesSize() throws IOException {
    var zone = AwkwardZones.sound("ferry.test", address, other);
    dns.serve(
        AwkwardZones.manyRecords(
            AwkwardZones.largeText(AwkwardZones.aliasChain(zone, 12)), 10_000));
    var chain = new Asker(dns.resolver()).ask(Asker.recursive("alias1.ferry.test", Type.A));
    var text = culprit.tcp(Asker.query("ferry.test", Type.TXT));

    assertThat(chain.getSection(Section.ANSWER)).hasSize(13);
    assertThat(text.numBytes()).isGreaterThan(4000);
    assertThat(culprit.ask("ferry.test", Type.TXT).getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(Asker.data(culprit.ask("host10000.ferry.test", Type.A), Section.ANSWER))
        .containsExactly("127.42.40.1");
  }

  private static List<String> addresses(Asker asker) throws IOException {
    return Asker.data(asker.ask("www.ferry.test", Type.A), Section.ANSWER);
  }

  private static Message version() {
    var question = Record.newRecord(PracticeZone.name("version.bind"), Type.TXT, DClass.CH);
    return Message.newQuery(question);
  }
}
