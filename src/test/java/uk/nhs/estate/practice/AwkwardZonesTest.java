package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class AwkwardZonesTest {

  private PracticeWorld world;
  private InetAddress server;

  @BeforeEach
  void start() throws IOException {
    world = PracticeWorld.start(Instant.parse("2026-11-26T06:00:00Z"));
    server = world.dns().open();
  }

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  @Test
  void haveAnAliasAtTheApexOrInPlaceOfANameServer() throws IOException {
    put(AwkwardZones::aliasAtTheApex);
    assertThat(answers("ferry.test", Type.A)).containsExactly("www.ferry.test.", "127.42.0.7");
    assertThat(answers("ferry.test", Type.NS)).hasSize(2);

    put(AwkwardZones::nameServerIsAnAlias);
    assertThat(answers("ns2.ferry.test", Type.A))
        .containsExactly("ns1.ferry.test.", server.getHostAddress());
  }

  @Test
  void answerForEveryName() throws IOException {
    put(AwkwardZones::wildcard);

    assertThat(answers("anything.ferry.test", Type.A)).containsExactly("127.42.0.9");
    assertThat(answers("www.ferry.test", Type.A)).containsExactly("127.42.0.7");
  }

  @Test
  void dangleInEveryWay() throws IOException {
    put(AwkwardZones::dangling);

    assertThat(ask("shop.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(
            List.of(
                answers("ferry.test", Type.MX).getFirst(),
                answers("_sip._tcp.ferry.test", Type.SRV).getFirst(),
                answers("ferry.test", Type.NS).getLast()))
        .allSatisfy(
            target -> {
              assertThat(target).endsWith(".given-up-hosting.test.");
              var name = target.substring(target.lastIndexOf(' ') + 1);
              assertThat(ask(name, Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
            });
  }

  @Test
  void publishAddressesThatMeanNothingToThePublic() throws IOException {
    put(AwkwardZones::privateAddresses);

    assertThat(answers("intranet.ferry.test", Type.A)).containsExactly("10.1.2.3");
    assertThat(answers("ula.ferry.test", Type.AAAA)).hasSize(1);
  }

  @Test
  void bindServicesSoundlyAndNot() throws IOException {
    put(AwkwardZones::serviceBindings);

    assertThat(answers("www.ferry.test", Type.HTTPS).getFirst())
        .isEqualTo("1 . alpn=h2 ipv4hint=127.42.0.7");
    assertThat(answers("ferry.test", Type.HTTPS)).containsExactly("0 www.ferry.test.");
    assertThat(answers("itself.ferry.test", Type.HTTPS)).containsExactly("0 itself.ferry.test.");
    assertThat(ask("nobody.ferry.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void holdARecordThatALibraryMayNotRead() throws IOException {
    put(AwkwardZones::malformedServiceBinding);
    var query = Asker.recursive("www.ferry.test", Type.HTTPS);
    var octets = new Asker(world.dns().resolver()).octets(query.toWire());

    assertThat(HexFormat.of().formatHex(octets)).endsWith("00010000000002000300010003026832");
    assertThat(octets[7]).isEqualTo((byte) 1);
  }

  @Test
  void haveTheRegistrySayAnotherAddressOrNone() throws IOException {
    assumeTrue(Loopback.hasWholeNetwork(), "the registry needs an address of its own");
    var zone = put(UnaryOperator.identity());
    var other = InetAddress.getByName("127.56.250.53");
    world.delegate("ferry.test", AwkwardZones.otherGlue(zone, other));
    assertThat(glue()).containsExactly(server.getHostAddress(), "127.56.250.53");

    world.delegate("ferry.test", AwkwardZones.noGlue(zone));
    assertThat(glue()).isEmpty();
  }

  private List<String> glue() throws IOException {
    var registry = world.dns().zone("test").nameServers();
    var address = registry.lines().filter(line -> line.contains("\tA\t")).findFirst().orElseThrow();
    var at = InetAddress.getByName(address.substring(address.lastIndexOf('\t') + 1));
    var reply = Asker.of(world.dns(), at).ask("www.ferry.test", Type.A);
    return Asker.data(reply, Section.ADDITIONAL);
  }

  private PracticeZone put(UnaryOperator<PracticeZone> change) {
    var zone = change.apply(AwkwardZones.sound("ferry.test", server, server));
    world.put(zone, server);
    return zone;
  }

  private List<String> answers(String name, int type) throws IOException {
    return Asker.data(ask(name, type), Section.ANSWER);
  }

  private Message ask(String name, int type) throws IOException {
    return new Asker(world.dns().resolver()).ask(Asker.recursive(name, type));
  }
}
