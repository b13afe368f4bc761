package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC.Digest;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class PracticeWorldTest {

  private static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");

  private PracticeWorld world;
  private InetAddress first;
  private InetAddress second;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Loopback.hasWholeNetwork(), "every server needs an address of its own");
    world = PracticeWorld.start(NOW);
    first = world.dns().open();
    second = world.dns().open();
    world.put(ferry().signed(Signing.from(NOW)), first, second);
    world.put(AwkwardZones.sound("plain.test", first, second), first, second);
  }

  @AfterEach
  void stop() throws IOException {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void saysWhereTheRootIsAndWhichKeyItHas() throws IOException {
    var hints = PracticeZone.of(".", "@ SOA . . 1 1 1 1 1\n" + world.dns().rootHints());
    var keys = root().ask(".", Type.DNSKEY);

    assertThat(hints.set(hints.origin(), Type.NS)).hasSize(2);
    assertThat(hints.set(PracticeZone.name("a.root.test"), Type.A)).hasSize(1);
    var key = (DNSKEYRecord) keys.getSection(Section.ANSWER).getFirst();
    assertThat(world.dns().trustAnchor().strip())
        .isEqualTo(
            new DSRecord(key.getName(), DClass.IN, key.getTTL(), Digest.SHA256, key).toString());
    assertThat(world.dns().dnsPort()).isEqualTo(world.dns().resolver().getPort());
  }

  @Test
  void answersThePrimingQuestionWithAddresses() throws IOException {
    var reply = root().ask(".", Type.NS);

    assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(Asker.data(reply, Section.ANSWER)).containsExactly("a.root.test.", "b.root.test.");
    assertThat(Asker.types(reply, Section.ADDITIONAL)).containsExactly(Type.A, Type.A);
  }

  @Test
  void refersFromTheRootToTheRegistry() throws IOException {
    var reply = root().ask("www.ferry.test", Type.A);

    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.getHeader().getFlag(Flags.AA)).isFalse();
    assertThat(reply.getHeader().getFlag(Flags.RA)).isFalse();
    assertThat(reply.getSection(Section.ANSWER)).isEmpty();
    assertThat(Asker.data(reply, Section.AUTHORITY))
        .containsExactly("a.registry.test.", "b.registry.test.");
    assertThat(Asker.data(reply, Section.ADDITIONAL)).hasSize(2);
  }

  @Test
  void refersWithTheDigestOfTheKeyForThoseWhoWantDnssec() throws IOException {
    var without = registry().ask("www.ferry.test", Type.A);
    var with = registry().ask(Asker.dnssec("www.ferry.test", Type.A));

    assertThat(Asker.types(without, Section.AUTHORITY)).containsExactly(Type.NS, Type.NS);
    assertThat(Asker.types(with, Section.AUTHORITY))
        .containsExactly(Type.NS, Type.NS, Type.DS, Type.RRSIG);
    assertThat(Asker.data(with, Section.ADDITIONAL))
        .contains(first.getHostAddress(), second.getHostAddress());
    assertThat(with.getHeader().getFlag(Flags.AA)).isFalse();
  }

  @Test
  void refersWithTheProofThatTheZoneBelowIsNotSigned() throws IOException {
    var reply = registry().ask(Asker.dnssec("www.plain.test", Type.A));

    assertThat(Asker.types(reply, Section.AUTHORITY))
        .containsExactly(Type.NS, Type.NS, Type.NSEC3, Type.RRSIG);
    var proof = (NSEC3Record) reply.getSection(Section.AUTHORITY).get(2);
    assertThat(proof.hasType(Type.NS)).isTrue();
    assertThat(proof.hasType(Type.DS)).isFalse();
  }

  @Test
  void truncatesAReferralWhoseAddressesDoNotFit() throws IOException {
    world.put(AwkwardZones.manyNameServers("crowd.test", 88, first), first);
    var query = Asker.query("www.crowd.test", Type.A);
    var cut = registry().ask(query);
    var whole = registry().tcp(query);

    assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(whole.getSection(Section.AUTHORITY)).hasSize(88);
    assertThat(whole.getSection(Section.ADDITIONAL)).hasSize(88);
  }

  @Test
  void leavesOutAddressesBesideAnAnswerRatherThanTruncateIt() throws IOException {
    world.put(AwkwardZones.manyNameServers("crowd.test", 20, first), first);
    var reply = at(first).ask("crowd.test", Type.NS);

    assertThat(reply.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(reply.getSection(Section.ANSWER)).hasSize(20);
    assertThat(reply.getSection(Section.ADDITIONAL)).isEmpty();
  }

  @Test
  void answersForADsRecordAboveTheCutAndNotBelowIt() throws IOException {
    var above = registry().ask("ferry.test", Type.DS);
    var below = at(first).ask("ferry.test", Type.DS);
    var unsigned = registry().ask("plain.test", Type.DS);

    assertThat(Asker.types(above, Section.ANSWER)).containsExactly(Type.DS);
    assertThat(above.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(below.getSection(Section.ANSWER)).isEmpty();
    assertThat(owner(below)).isEqualTo("ferry.test.");
    assertThat(unsigned.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(owner(unsigned)).isEqualTo("test.");
  }

  @Test
  void answersWithAuthorityForItsOwnZonesAndRefusesOthers() throws IOException {
    var own = at(first).ask("www.ferry.test", Type.A);
    var none = at(first).ask("nobody.ferry.test", Type.A);
    var foreign = at(first).ask("www.elsewhere.test", Type.A);

    assertThat(own.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(none.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(none.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(foreign.getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(foreign.getHeader().getFlag(Flags.AA)).isFalse();
    assertThat(registry().ask("nobody.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(root().ask("example", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(registry().ask(".", Type.NS).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void leavesAnAliasOutOfItsZonesToTheAsker() throws IOException {
    world.put(ferry().with("away CNAME www.northmoor.test."), first);
    var reply = at(first).ask("away.ferry.test", Type.A);

    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(Asker.types(reply, Section.ANSWER)).containsExactly(Type.CNAME);
  }

  @Test
  void endsAnAliasLoopWithWhatItWentThrough() throws IOException {
    world.put(AwkwardZones.aliasLoop(ferry()), first);
    var reply = at(first).ask("round.ferry.test", Type.A);

    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(Asker.types(reply, Section.ANSWER)).containsExactly(Type.CNAME, Type.CNAME);
  }

  @Test
  void findsEverythingAtItsResolver() throws IOException {
    var resolver = new Asker(world.dns().resolver());
    var reply = resolver.ask(Asker.recursive("www.ferry.test", Type.A));
    var signed = Asker.dnssec("www.ferry.test", Type.A);
    signed.getHeader().setFlag(Flags.RD);
    signed.getHeader().setFlag(Flags.CD);
    var checked = resolver.ask(signed);

    assertThat(Asker.types(reply, Section.ANSWER)).containsExactly(Type.A);
    assertThat(reply.getHeader().getFlag(Flags.RA)).isTrue();
    assertThat(Asker.types(checked, Section.ANSWER)).containsExactly(Type.A, Type.RRSIG);
    assertThat(checked.getHeader().getFlag(Flags.AD)).isFalse();
    assertThat(checked.getHeader().getFlag(Flags.CD)).isTrue();
    assertThat(resolver.ask(Asker.recursive("www.example", Type.A)).getRcode())
        .isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void cannotFindWhatIsDelegatedToNobody() throws IOException {
    world.delegate("adrift.test", "adrift NS ns1.adrift\nns1.adrift A 127.56.250.53\n");
    var reply = new Asker(world.dns().resolver()).ask(Asker.recursive("www.adrift.test", Type.A));

    assertThat(reply.getRcode()).isEqualTo(Rcode.SERVFAIL);
  }

  /// Where a system has one loopback address, that is all servers at once.
  @Test
  void answersFromTheDeepestZoneAtTheOneAddress() throws IOException {
    var reply = new Asker(world.dns().resolver()).ask("www.ferry.test", Type.A);

    assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(Asker.types(reply, Section.ANSWER)).containsExactly(Type.A);
  }

  @Test
  void letsOneServerFallBehind() throws IOException {
    world.dns().serveOnlyAt(second, ferry().serial(7));

    assertThat(serial(at(first).ask("ferry.test", Type.SOA))).isEqualTo(1);
    assertThat(serial(at(second).ask("ferry.test", Type.SOA))).isEqualTo(7);
    assertThat(
            serial(new Asker(world.dns().resolver()).ask(Asker.recursive("ferry.test", Type.SOA))))
        .isEqualTo(1);
  }

  @Test
  void letsOneServerBeLame() throws IOException {
    world.dns().serve(ferry(), first);

    assertThat(at(first).ask("ferry.test", Type.SOA).getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(at(second).ask("ferry.test", Type.SOA).getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(at(second).ask("plain.test", Type.SOA).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void letsTheRegistrySayOtherThanTheZone() throws IOException {
    world.delegate("ferry.test", "ferry NS old.ferry\nold.ferry A 127.56.250.53\n");
    var reply = registry().ask("www.ferry.test", Type.A);

    assertThat(Asker.data(reply, Section.AUTHORITY)).containsExactly("old.ferry.test.");
    assertThat(Asker.data(reply, Section.ADDITIONAL)).containsExactly("127.56.250.53");
    assertThat(Asker.data(at(first).ask("ferry.test", Type.NS), Section.ANSWER)).hasSize(2);
  }

  @Test
  void forgetsADomainThatIsWithdrawn() throws IOException {
    world.withdraw("ferry.test");

    assertThat(registry().ask("www.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(at(first).ask("www.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void servesOverIpv6WhereTheSystemHasIt() throws IOException {
    var six = world.dns().openIpv6();
    assumeTrue(six.isPresent(), "no IPv6 on this system");
    world.put(ferry().with("ns2 AAAA ::1"), first, six.get());

    assertThat(at(six.get()).ask("www.ferry.test", Type.A).getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(at(six.get()).tcp(Asker.query("www.ferry.test", Type.A)).getRcode())
        .isEqualTo(Rcode.NOERROR);
    assertThat(Asker.types(registry().ask("www.ferry.test", Type.A), Section.ADDITIONAL))
        .contains(Type.AAAA);
  }

  @Test
  void knowsItsServersAndZones() {
    assertThatThrownBy(() -> world.dns().serve(ferry(), InetAddress.getByName("127.1.2.3")))
        .hasMessageContaining("no practice name server is at 127.1.2.3");
    assertThatThrownBy(() -> world.dns().zone("nobody.test"))
        .hasMessageContaining("no zone nobody.test");
  }

  private PracticeZone ferry() {
    return AwkwardZones.sound("ferry.test", first, second);
  }

  private static long serial(Message reply) {
    return ((SOARecord) reply.getSection(Section.ANSWER).getFirst()).getSerial();
  }

  private static String owner(Message denial) {
    var soa = denial.getSection(Section.AUTHORITY).getFirst();
    assertThat(soa.getType()).isEqualTo(Type.SOA);
    return soa.getName().toString();
  }

  private Asker root() {
    return at(address("a.root.test"));
  }

  private Asker registry() {
    return at(address("a.registry.test"));
  }

  private InetAddress address(String server) {
    var set = world.dns().zone("test").set(PracticeZone.name(server), Type.A);
    return ((ARecord) set.getFirst()).getAddress();
  }

  private Asker at(InetAddress address) {
    return Asker.of(world.dns(), address);
  }
}
