package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.register.Refusal;

class AddressGuardTest {
  private static final AddressGuard STRICT = new AddressGuard(List.of(), List.of());
  private static final List<String> EVERYTHING = List.of("0.0.0.0/0", "::/0");

  /// The first and last address of each row of the registries, and of what they leave to others.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0 0.255.255.255",
        "10.0.0.0 10.255.255.255",
        "100.64.0.0 100.127.255.255",
        "127.0.0.0 127.255.255.255",
        "169.254.0.0 169.254.255.255",
        "172.16.0.0 172.31.255.255",
        "192.0.0.0 192.0.0.255",
        "192.0.0.8 192.0.0.9 192.0.0.10 192.0.0.170 192.0.0.171",
        "192.0.2.0 192.0.2.255",
        "192.31.196.0 192.31.196.255",
        "192.52.193.0 192.52.193.255",
        "192.88.99.0 192.88.99.2 192.88.99.255",
        "192.168.0.0 192.168.255.255",
        "192.175.48.0 192.175.48.255",
        "198.18.0.0 198.19.255.255",
        "198.51.100.0 198.51.100.255",
        "203.0.113.0 203.0.113.255",
        "224.0.0.0 239.255.255.255",
        "240.0.0.0 255.255.255.254",
        "255.255.255.255",
        ":: ::1",
        "::2 ::8.8.8.8 ::ffff:ffff",
        "64:ff9b:: 64:ff9b::ffff:ffff 64:ff9b:1:: 64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
        "100:: 100::ffff:ffff:ffff:ffff 100:0:0:1:: 100:0:0:1:ffff:ffff:ffff:ffff",
        "2001:: 2001:0:ffff:ffff:ffff:ffff:ffff:ffff 2001:1::1 2001:1::2 2001:1::3",
        "2001:2:: 2001:2:0:ffff:ffff:ffff:ffff:ffff 2001:3:: 2001:4:112::",
        "2001:10:: 2001:1f:ffff:: 2001:20:: 2001:2f:: 2001:30:: 2001:3f::",
        "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2002:: 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2620:4f:8000:: 2620:4f:8000:ffff:ffff:ffff:ffff:ffff",
        "3fff:: 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
        "5f00:: 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fc00:: fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fe80:: febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fec0:: feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "ff00:: ff02::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "4000:: 1fff:ffff:: 200:: 400:: e000:: fe00::",
        "169.254.169.254 fd00:ec2::254 100.100.100.200 168.63.129.16 fd20:ce::254"
      })
  void refusesSpecialAddresses(String addresses) {
    for (var address : addresses.split(" ", -1)) {
      assertThat(objection(STRICT, address)).as(address).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "168.63.129.15",
        "2001:200::",
        "2001:4860:4860::8888",
        "2003::",
        "2a00:1450:4009::1",
        "2620:4f:7fff:ffff::",
        "3ffe:ffff::",
        "3fff:1000::",
        "2001:db9::"
      })
  void letsPublicAddressesPass(String address) {
    assertThat(objection(STRICT, address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, '10.1.2.3 is in 10.0.0.0/8, private use (RFC 1918)'",
    "::1, '::1 is in ::1/128, loopback (RFC 4291)'",
    "4000::1, 4000::1 is in no network that is in use",
  })
  void saysWhyInWordsForPeople(String address, String words) {
    assertThat(objection(STRICT, address)).hasValue(words);
  }

  @Test
  void letsInWhatTheOperatorAllows() {
    var guard = new AddressGuard(List.of("10.20.0.0/16", "::1/128"), List.of());

    assertThat(objection(guard, "10.20.255.1")).isEmpty();
    assertThat(objection(guard, "::1")).isEmpty();
    assertThat(objection(guard, "10.21.0.0")).isPresent();
    assertThat(objection(guard, "8.8.8.8")).isEmpty();
  }

  @Test
  void refusesWhatTheOperatorForbidsEvenIfItIsAllowed() {
    var guard = new AddressGuard(List.of("10.0.0.0/8"), List.of("10.9.0.0/16", "8.8.8.0/24"));

    assertThat(objection(guard, "10.9.1.1"))
        .hasValue("10.9.1.1 is in 10.9.0.0/16, which scanner.yml forbids");
    assertThat(objection(guard, "8.8.8.8")).isPresent();
    assertThat(objection(guard, "10.8.1.1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.170.2",
        "100.100.100.200",
        "192.0.0.192",
        "fd00:ec2::254",
        "::ffff:169.254.169.254",
        "2002:a9fe:a9fe::1",
        "64:ff9b::a9fe:a9fe"
      })
  void refusesMetadataEvenIfEverythingIsAllowed(String address) {
    assertThat(objection(new AddressGuard(EVERYTHING, List.of()), address)).isPresent();
  }

  /// Each form allowed as such, so that only what it carries can be refused.
  @ParameterizedTest
  @CsvSource({
    "2002::/16, 2002:7f00:1::, 2002:808:808::",
    "64:ff9b::/96, 64:ff9b::10.0.0.1, 64:ff9b::8.8.8.8",
    "64:ff9b:1::/48, 64:ff9b:1:2:3:4:10.0.0.1, 64:ff9b:1:2:3:4:8.8.8.8",
    "::/96, ::10.0.0.1, ::8.8.8.8",
    "2001::/32, 2001:0:808:808::f5ff:fffe, 2001:0:808:808::f7f7:f7f7", // client 10.0.0.1, inverted
    "2001::/32, 2001:0:a00:1::f7f7:f7f7, 2001:0:808:808::f7f7:f7f7",
    "2a00::/16, 2a00::5efe:10.0.0.1, 2a00::5efe:8.8.8.8",
    "2a00::/16, 2a00::200:5efe:10.0.0.1, 2a00::200:5efe:8.8.8.8",
  })
  void refusesAnAddressForTheIpv4AddressThatItCarries(String form, String inside, String outside) {
    var guard = new AddressGuard(List.of(form), List.of());

    assertThat(objection(guard, inside)).get().asString().contains(" carries IPv4: ");
    assertThat(objection(guard, outside)).isEmpty();
  }

  @Property
  void judgesAMappedAddressAsTheIpv4AddressThatItIs(@ForAll @Size(4) byte[] v4)
      throws UnknownHostException {
    var mapped = ByteBuffer.allocate(16).position(10).putShort((short) -1).put(v4).array();
    var plain = InetAddress.getByAddress(v4);

    assertThat(STRICT.objection(Inet6Address.getByAddress(null, mapped, -1)))
        .isEqualTo(STRICT.objection(plain));
  }

  @Property
  void neverLetsOutsideGlobalUnicastPass(@ForAll @Size(16) byte[] octets)
      throws UnknownHostException {
    octets[0] = (byte) ((octets[0] & 0x1f) | ((octets[0] & 0x80) == 0 ? 0x40 : 0xc0));

    assertThat(STRICT.objection(InetAddress.getByAddress(octets))).isPresent();
  }

  @Property
  void forbidsWholeNetworks(@ForAll @Size(16) byte[] octets) throws UnknownHostException {
    var guard = new AddressGuard(EVERYTHING, EVERYTHING);

    assertThat(guard.objection(InetAddress.getByAddress(octets))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"allowed-networks, 10.0.0.1/8", "forbidden-networks, ten"})
  void namesTheSettingThatIsWrong(String field, String text) {
    boolean allowed = field.startsWith("allowed");
    assertThatThrownBy(
            () ->
                new AddressGuard(
                    allowed ? List.of(text) : List.of(), allowed ? List.of() : List.of(text)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
  }

  @FuzzTest
  void hasAnAnswerForEveryAddress(FuzzedDataProvider data) throws UnknownHostException {
    var octets = data.consumeBytes(16);
    if (octets.length == 4 || octets.length == 16) {
      var address = InetAddress.getByAddress(octets);
      boolean special =
          address.isAnyLocalAddress()
              || address.isLoopbackAddress()
              || address.isLinkLocalAddress()
              || address.isSiteLocalAddress()
              || address.isMulticastAddress();
      assertThat(special && STRICT.objection(address).isEmpty()).isFalse();
    }
  }

  private static Optional<String> objection(AddressGuard guard, String address) {
    return guard.objection(AddressText.parse(address).orElseThrow());
  }
}
