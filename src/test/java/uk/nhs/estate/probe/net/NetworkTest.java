package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.register.Refusal;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "0.0.0.0/0, 0.0.0.0/0",
    "192.0.2.1/32, 192.0.2.1/32",
    "2001:DB8:0:0::/32, 2001:db8::/32",
    "::/0, ::/0",
    "::1/128, ::1/128",
  })
  void readsANetwork(String text, String network) {
    assertThat(Network.parse("f", text)).hasToString(network);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, has no length",
    "'', has no length",
    "10.0.0.0/33, needs a length from 0 to 32",
    "::/129, needs a length from 0 to 128",
    "10.0.0.0/, needs a length",
    "10.0.0.0/-1, needs a length",
    "10.0.0.0/08, needs a length",
    "10.0.0.0/8/8, needs a length",
    "'10.0.0.0/8 ', needs a length",
    "10.0.0.0/99999999999, needs a length",
    "10.0.0.1/8, '10.0.0.0/8 is meant, perhaps'",
    "2001:db8::1/32, '2001:db8::/32 is meant, perhaps'",
    "10.0.0/8, does not begin with an IPv4 or IPv6 address",
    "010.0.0.0/8, does not begin",
    "localhost/8, does not begin",
    "fe80::%eth0/10, does not begin",
    "::ffff:10.0.0.0/104, write it as IPv4",
  })
  void refusesWhatIsNoneAndSaysWhy(String text, String why) {
    assertThatThrownBy(() -> Network.parse("allowed-networks", text))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("allowed-networks");
              assertThat(refusal.message()).contains(why);
            });
  }

  @Property
  void holdsWhatBeginsWithItsPrefix(
      @ForAll @Size(4) byte[] prefix,
      @ForAll @Size(4) byte[] address,
      @ForAll @IntRange(max = 32) int length) {
    holdsWhatBeginsWithItsPrefix(prefix, address, length, 32);
  }

  @Property
  void holdsWhatBeginsWithItsPrefixInIpv6(
      @ForAll @Size(16) byte[] prefix,
      @ForAll @Size(16) byte[] address,
      @ForAll @IntRange(max = 128) int length) {
    if (prefix[0] == 0) {
      prefix[0] = 1; // no mapped addresses
    }
    holdsWhatBeginsWithItsPrefix(prefix, address, length, 128);
  }

  private static void holdsWhatBeginsWithItsPrefix(
      byte[] prefix, byte[] address, int length, int bits) {
    var cut = new BigInteger(1, prefix).shiftRight(bits - length).shiftLeft(bits - length);
    var first = octets(cut, bits);
    var last =
        octets(cut.add(BigInteger.ONE.shiftLeft(bits - length)).subtract(BigInteger.ONE), bits);
    var network = Network.of(AddressText.of(first) + "/" + length);

    assertThat(network.holds(first) && network.holds(last)).isTrue();
    assertThat(network.holds(address))
        .isEqualTo(
            new BigInteger(1, address)
                .shiftRight(bits - length)
                .equals(cut.shiftRight(bits - length)));
    assertThat(network.holds(new byte[bits == 32 ? 16 : 4])).isFalse();
  }

  private static byte[] octets(BigInteger number, int bits) {
    var all = number.or(BigInteger.ONE.shiftLeft(bits)).toByteArray(); // keeps leading zeros
    return Arrays.copyOfRange(all, all.length - bits / 8, all.length);
  }

  @FuzzTest
  void refusesOrReadsAnything(FuzzedDataProvider data) {
    var text = data.consumeRemainingAsString();
    try {
      var network = Network.parse("f", text);
      assertThat(Network.parse("f", network.toString())).hasToString(network.toString());
    } catch (Refusal refusal) {
      assertThat(refusal.message()).hasSizeLessThan(400);
    }
  }
}
