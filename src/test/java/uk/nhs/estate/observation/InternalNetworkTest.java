package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternalNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, PRIVATE",
    "10.255.255.255, PRIVATE",
    "172.16.0.0, PRIVATE",
    "172.31.255.255, PRIVATE",
    "192.168.0.1, PRIVATE",
    "100.64.0.0, SHARED",
    "100.127.255.255, SHARED",
    "127.0.0.1, LOOPBACK",
    "::1, LOOPBACK",
    "169.254.169.254, LINK_LOCAL",
    "fe80::1, LINK_LOCAL",
    "febf::1, LINK_LOCAL",
    "fc00::1, UNIQUE_LOCAL",
    "fdff:ffff::1, UNIQUE_LOCAL",
    "0.0.0.0, UNSPECIFIED",
    "::, UNSPECIFIED",
    "::ffff:10.0.0.1, PRIVATE"
  })
  void knowsAnAddressOfTheInside(String address, InternalNetwork network) {
    assertThat(InternalNetwork.of(address)).contains(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "128.0.0.0",
        "169.253.255.255",
        "1.0.0.0",
        "fbff::1",
        "fe00::1",
        "fec0::1",
        "::2",
        "2001:db8::1",
        "",
        "localhost",
        "10.0.0.0/8",
        "10.0.0.256"
      })
  void knowsTheRestFromIt(String address) {
    assertThat(InternalNetwork.of(address)).isEmpty();
  }
}
