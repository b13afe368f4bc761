package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.register.Refusal;

class NameServersTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1, 53",
    "192.0.2.1:5353, 192.0.2.1, 5353",
    "2001:db8::1, 2001:db8::1, 53",
    "[2001:db8::1], 2001:db8::1, 53",
    "[2001:db8::1]:5353, 2001:db8::1, 5353",
  })
  void readsAddressesWithAndWithoutPorts(String text, String address, int port) {
    var server = NameServers.parse(text);

    assertThat(AddressText.of(server.getAddress())).isEqualTo(address);
    assertThat(server.getPort()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "dns.example.nhs.uk",
        "192.0.2.1:0",
        "192.0.2.1:65536",
        "192.0.2.1:",
        "192.0.2",
        "[192.0.2.1",
        "[::1]5353",
        "::1]",
        "192.0.2.1:53:53",
        "https://192.0.2.1/",
        "[fe80::1%eth0]"
      })
  void refusesWhatIsNoNameServer(String text) {
    assertThatThrownBy(() -> NameServers.parse(text))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("resolvers"));
  }

  @Test
  void takesTheMachinesOwnWhenNoneIsWritten() {
    assertThat(NameServers.of(List.of())).isNotEmpty();
  }

  @FuzzTest
  void refusesOrReadsAnything(FuzzedDataProvider data) {
    try {
      assertThat(NameServers.parse(data.consumeRemainingAsString()).isUnresolved()).isFalse();
    } catch (Refusal refusal) {
      assertThat(refusal.field()).isEqualTo("resolvers");
    }
  }
}
