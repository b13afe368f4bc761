package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HostOptionTest {

  @Test
  void isThisMachineUnlessSaidOtherwise() {
    assertThat(host().isLoopback()).isTrue();
    assertThat(host().url(8080)).isEqualTo("http://127.0.0.1:8080");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "localhost", "LOCALHOST", "::1"})
  void knowsLoopback(String address) {
    assertThat(host("--host", address).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "::", "10.0.0.1", "localhost.example", "127.0.0.1.example", ""})
  void takesNothingElseForLoopback(String address) {
    assertThat(host("--host", address).isLoopback()).isFalse();
  }

  @Test
  void putsAnIpv6AddressInBrackets() {
    assertThat(host("--host", "::1").url(80)).isEqualTo("http://[::1]:80");
  }

  private static HostOption host(String... arguments) {
    return CommandLine.populateCommand(new HostOption(), arguments);
  }
}
