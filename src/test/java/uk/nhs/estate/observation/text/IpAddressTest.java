package uk.nhs.estate.observation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:DB8::CB01, 2001:db8::cb01",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "::ffff:192.0.2.1, ::ffff:c000:201",
    "1:2:3:4:5:6:192.0.2.1, 1:2:3:4:5:6:c000:201"
  })
  void readsAndWritesThem(String text, String written) {
    assertThat(IpAddress.parse(text).orElseThrow()).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.04",
        "1.2.3.-4",
        "1.2.3.1000",
        ":",
        ":::",
        ":1",
        "1:",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3",
        "::1.2.3.4:1",
        "fe80::1%eth0",
        "[::1]",
        "::\u0661"
      })
  void refusesWhatIsNone(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @Test
  void tellsAnIpv4AddressWrittenAsIpv6() {
    assertThat(address("::ffff:192.0.2.1").unmapped()).isEqualTo(address("192.0.2.1"));
    assertThat(address("::192.0.2.1").unmapped().isIpv6()).isTrue();
  }

  @Test
  void namesItsReverseName() {
    assertThat(address("192.0.2.3").reverseName()).isEqualTo("3.2.0.192.in-addr.arpa");
    assertThat(address("2001:db8::cb01").reverseName())
        .isEqualTo("1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.255, 0, 0.0.0.0",
    "192.0.2.255, 24, 192.0.2.0",
    "192.0.2.255, 32, 192.0.2.255",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 0, ::",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 63, ffff:ffff:ffff:fffe::",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 65, ffff:ffff:ffff:ffff:8000::",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 128, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void keepsTheFirstBits(String text, int length, String start) {
    assertThat(address(text).cut(length)).hasToString(start);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.9/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "0.0.0.0/0, 255.0.0.1, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 1.2.3.4, false",
    "2001:db8::/33, 2001:db8:7fff::, true",
    "2001:db8::/33, 2001:db8:8000::, false",
    "192.0.2.1, 192.0.2.1, true"
  })
  void aNetworkHoldsWhatBeginsWithItsBits(String network, String ip, boolean holds) {
    assertThat(IpNetwork.parse(network).orElseThrow().holds(address(ip))).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.4/",
        "1.2.3.4/33",
        "::/129",
        "1.2.3.4/08",
        "1.2.3.4/-1",
        "1.2.3.4//8",
        "/8"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThat(IpNetwork.parse(text)).isEmpty();
  }

  @Property
  void readsEveryIpv6AddressAsJavaDoes(@ForAll @Size(16) byte[] bytes) throws Exception {
    var text = InetAddress.getByAddress(bytes).getHostAddress();
    var read = address(text);
    assertThat(address(read.toString())).isEqualTo(read);
    assertThat(read.toString()).isNotEmpty().isLowerCase();
    if (text.indexOf(':') >= 0) {
      assertThat(InetAddress.ofLiteral(read.toString()).getAddress()).isEqualTo(bytes);
    }
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
