package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

  /// Among them the examples of RFC 5952 §4 and §5.
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8::AAAA, 2001:db8::aaaa",
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:0:0:0:0:0:0, 1::",
    "::127.0.0.1, ::7f00:1",
  })
  void writesAnAddressInItsOneForm(String read, String written) {
    assertThat(AddressText.parse(read))
        .hasValueSatisfying(address -> assertThat(AddressText.of(address)).isEqualTo(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "127.1",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "010.0.0.1",
        "2130706433",
        "1.2.3",
        "1.2.3.4.5",
        "256.0.0.1",
        "1.2.3.4 ",
        "1.2.3.4:80",
        "[::1]",
        "::1%1",
        "fe80::1%eth0",
        "1::2::3",
        ":::",
        "12345::",
        "::g",
        "localhost",
        "example.nhs.uk",
        "١.٢.٣.٤",
        "::ffff:999.1.1.1"
      })
  void readsNothingThatProgramsReadDifferently(String text) {
    assertThat(AddressText.parse(text)).isEmpty();
  }

  @Property
  void readsBackWhatItWrote(@ForAll @Size(16) byte[] octets) throws UnknownHostException {
    var address = InetAddress.getByAddress(octets);

    assertThat(AddressText.parse(AddressText.of(address))).hasValue(address);
  }

  @Property
  void writesMappedAddressesSoThatTheirIpv4CanBeSeen(@ForAll @Size(4) byte[] v4)
      throws UnknownHostException {
    var octets = Arrays.copyOf(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1}, 16);
    System.arraycopy(v4, 0, octets, 12, 4);

    assertThat(AddressText.of(octets)).isEqualTo("::ffff:" + AddressText.of(v4));
    assertThat(AddressText.of(Inet6Address.getByAddress(null, octets, -1)))
        .isEqualTo("::ffff:" + AddressText.of(v4));
  }

  @FuzzTest
  void neverAsksTheDnsAndNeverThrows(FuzzedDataProvider data) {
    AddressText.parse(data.consumeRemainingAsString())
        .ifPresent(
            address -> assertThat(AddressText.parse(AddressText.of(address))).hasValue(address));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "2130706433, 127.0.0.1",
    "0x7f000001, 127.0.0.1",
    "0X7F.1, 127.0.0.1",
    "0177.0.0.01, 127.0.0.1",
    "017700000001, 127.0.0.1",
    "127.1, 127.0.0.1",
    "127.0.1, 127.0.0.1",
    "127.0.0.1., 127.0.0.1",
    "10.0x10203, 10.1.2.3",
    "192.168.257, 192.168.1.1",
    "0, 0.0.0.0",
    "0x, 0.0.0.0",
    "0xffffffff, 255.255.255.255",
    "4294967295, 255.255.255.255",
  })
  void readsAnAddressInAUrlAsBrowsersDo(String host, String address) {
    assertThat(AddressText.endsInANumber(host)).isTrue();
    assertThat(AddressText.inUrl(host)).hasValue(InetAddress.ofLiteral(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "256.1.1.1", "1.2.3.256", "1.2.65536", "4294967296", "0x100000000", "1.2.3.4.5", "08.1",
        "1..2", "www.1", "1.2.3.0x1g.9", "99999999999999999999999999", "1.2.3.4..", ".1", "-1.2"
      })
  void readsNoAddressWhereBrowsersRefuse(String host) {
    assertThat(AddressText.inUrl(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"www.1", "1.2.3.4.5", "a.0x", "09", "1."})
  void tellsHostsThatEndInANumber(String host) {
    assertThat(AddressText.endsInANumber(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.test", "0x1g", "[::1]", "www.0xg", "1.."})
  void tellsThemFromNames(String host) {
    assertThat(AddressText.endsInANumber(host)).isFalse();
  }

  @Property
  void readsInAUrlWhatItWrites(@ForAll @Size(4) byte[] octets) throws UnknownHostException {
    var address = InetAddress.getByAddress(octets);

    assertThat(AddressText.inUrl(AddressText.of(address))).hasValue(address);
  }
}
