package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.practice.AwkwardZones;
import uk.nhs.estate.practice.Misbehaviour;
import uk.nhs.estate.practice.PracticeZone;
import uk.nhs.estate.practice.Signing;
import uk.nhs.estate.practice.SigningFault;

/// What could lead the prober to call something absent or silent that is not, or to see a change
/// where there is none.
class MisleadingServersTest {
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
  void takesNoWordOnAbsenceFromAServerThatDoesNotHoldTheZone() throws IOException {
    var other = lab.world.dns().open();
    lab.world.put(AwkwardZones.sound("hoster.test", other, other), other);
    lab.world.put(
        AwkwardZones.sound("shop.test", lab.first, lab.second).with("@ MX 10 mail.hoster.test."),
        lab.first,
        lab.second);
    lab.world.dns().misbehave(other, new Misbehaviour.NotAuthoritative());

    var target = lab.look("shop.test").target("mail.hoster.test").orElseThrow();

    assertThat(target.a().answer()).isInstanceOf(Lookup.Unasked.class);
    assertThat(target.provesThatItDoesNotExist()).isFalse();
  }

  @Test
  void asksAnotherServerWhenOneDoesNotHoldTheZone() throws IOException {
    var lame = lab.world.dns().open();
    var other = lab.world.dns().open();
    lab.world.put(
        AwkwardZones.sound("hoster.test", lame, other).with("mail A 127.42.0.8"), lame, other);
    lab.world.dns().misbehave(lame, new Misbehaviour.NotAuthoritative());
    for (int i = 0; i < 8; i++) {
      var domain = "shop" + i + ".test";
      lab.world.put(
          AwkwardZones.sound(domain, lab.first, lab.second).with("@ MX 10 mail.hoster.test."),
          lab.first,
          lab.second);
      assertThat(lab.look(domain).target("mail.hoster.test").orElseThrow().a().data())
          .containsExactly("127.42.0.8");
    }
  }

  @Test
  void takesNoDenialFromAServerOfTheZoneAboveThatDoesNotHoldIt() throws IOException {
    var above = lab.world.dns().open();
    lab.world.put(AwkwardZones.sound("trust.test", above, above), above);
    lab.world.dns().misbehave(above, new Misbehaviour.NotAuthoritative());

    var facts = lab.look("nobody.trust.test");

    assertThat(facts.soa().answer()).isInstanceOf(Lookup.Unasked.class);
    assertThat(facts.lookup("nobody.trust.test", "MX").orElseThrow().answer())
        .isInstanceOf(Lookup.Unasked.class);
  }

  @Test
  void doesNotCallDsRecordsAbsentWhenNobodyWouldTellOfThem() throws IOException {
    var above = lab.world.dns().open();
    var child = AwkwardZones.sound("ward.trust.test", lab.first, lab.second);
    lab.world.put(
        AwkwardZones.sound("trust.test", above, above)
            .with(child.nameServers())
            .signed(Signing.from(DnsLab.NOW).spoilt(new SigningFault.NoDenial())),
        above);
    lab.world.dns().serve(child, lab.first, lab.second);
    lab.world
        .dns()
        .misbehave(above, new Misbehaviour.OnlyFor(Type.DS, Misbehaviour.Refuses.servfail()));

    var ds = lab.look("ward.trust.test").lookup("ward.trust.test", "DS").orElseThrow();

    assertThat(ds.answer()).isInstanceOf(Lookup.Unasked.class);
  }

  @Test
  void asksTheSameServersOfTheZoneAboveAtEveryLook() throws IOException {
    var above = new ArrayList<InetAddress>();
    var zone = new StringBuilder("@ SOA ns0 hostmaster 1 7200 1800 1209600 60\n");
    for (int i = 0; i < 6; i++) {
      above.add(lab.world.dns().open());
      zone.append("@ NS ns%d\nns%d A %s\n".formatted(i, i, above.get(i).getHostAddress()));
    }
    var all = above.toArray(InetAddress[]::new);
    var parent = PracticeZone.of("trust.test", zone.toString());
    var asked = new HashSet<String>();
    for (var name : new String[] {"ward", "clinic", "hospice", "pharmacy", "surgery", "dentist"}) {
      var child = AwkwardZones.sound(name + ".trust.test", lab.first, lab.second);
      parent = parent.with(child.nameServers());
      lab.world.dns().serve(child, lab.first, lab.second);
    }
    lab.world.put(parent.signed(Signing.from(DnsLab.NOW)), all);
    for (var name : new String[] {"ward", "clinic", "hospice", "pharmacy", "surgery", "dentist"}) {
      var first = lab.look(name + ".trust.test").steady();
      for (int look = 0; look < 3; look++) {
        assertThat(lab.look(name + ".trust.test").steady()).isEqualTo(first);
      }
      first.parentServers().forEach(server -> asked.add(server.address()));
    }
    assertThat(asked).as("the load is spread").hasSizeGreaterThan(2);
  }

  @Test
  void takesTheSameServersWordAtEveryLookWhenTheyDisagree() throws IOException {
    var one = AwkwardZones.sound("torn.test", lab.first, lab.second);
    lab.world.put(one, lab.first, lab.second);
    lab.world.dns().serveOnlyAt(lab.second, one.without("@", Type.A).with("@ A 127.42.0.99"));
    var first = lab.look("torn.test").steady();
    for (int look = 0; look < 6; look++) {
      assertThat(lab.look("torn.test").steady()).isEqualTo(first);
    }
  }

  @Test
  void doesNotTellOfAServersMannersWhatItSaidOfAnotherDomain() throws IOException {
    lab.world.dns().misbehave(lab.first, new Misbehaviour.AnswersAnyEdnsVersion());
    lab.world.delegate("lame.test", "lame NS ns1.ferry\n");
    lab.look("lame.test");

    var facts = lab.look();

    var reply = server(facts, lab.first).reply(Question.EDNS_VERSION_1).orElseThrow();
    assertThat(reply.rcode()).isEqualTo("NOERROR");
    assertThat(reply.answer()).isEmpty();
  }

  @Test
  void looksAtTheLongestNames() {
    var label = "a".repeat(62);
    var longest = (label + ".").repeat(3) + "a".repeat(48) + ".test";

    assertThat(lab.look(longest).soa().provesThatTheNameDoesNotExist()).isTrue();

    var owner = AwkwardZones.sound(longest, lab.first, lab.second);
    lab.world.put(owner, lab.first, lab.second);
    assertThat(lab.look(longest).lookup(longest, "A").orElseThrow().data()).hasSize(1);
  }

  @Test
  void doesNotCallAServerSilentThatTheDomainHadNoTimeLeftFor() throws IOException {
    lab.close();
    lab = DnsLab.start(Duration.ofMillis(1000));
    lab.world.dns().misbehave(lab.first, new Misbehaviour.Silent());
    lab.world.dns().misbehave(lab.second, new Misbehaviour.Silent());

    for (var server : lab.look().servers()) {
      assertThat(server.outcome(Question.SOA)).isInstanceOf(Asked.NotAsked.class);
    }
  }

  @Test
  void doesNotHoldItAgainstOthersThatOneDomainHadNoTimeLeft() throws Exception {
    var zones = new Zones(lab.dialler, lab.settings.dns(), InstantSource.fixed(DnsLab.NOW));
    var name = Name.fromConstantString("ferry.test.");

    assertThat(zones.holding(name, new Quest(Duration.ZERO))).isInstanceOf(Zones.Cut.Hidden.class);
    assertThat(zones.holding(name, new Quest(Duration.ofSeconds(20))))
        .isInstanceOf(Zones.Cut.Delegated.class);
  }

  @Test
  void endsWhenNameServersAreToBeFoundThroughEachOther() throws IOException {
    lab.world.delegate("hen.test", "hen NS ns.egg\n");
    lab.world.delegate("egg.test", "egg NS ns.hen\n");

    var facts = lab.look("hen.test");

    assertThat(facts.parentNames()).containsExactly("ns.egg.test");
    assertThat(facts.soa().answer()).isInstanceOf(Lookup.Unasked.class);
    assertThat(facts.nameServerAddresses())
        .allMatch(lookup -> lookup.answer() instanceof Lookup.Unasked);
    assertThat(lab.probe.questions()).isLessThan(200);
  }

  private static ServerFacts server(DnsFacts facts, InetAddress address) {
    return facts.servers().stream()
        .filter(server -> server.address().equals(address.getHostAddress()))
        .findFirst()
        .orElseThrow();
  }
}
