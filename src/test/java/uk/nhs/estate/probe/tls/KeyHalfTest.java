package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import org.bouncycastle.tls.crypto.DHStandardGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHalfTest {

  @ParameterizedTest
  @ValueSource(ints = {0x17, 0x18, 0x19, 0x1d, 0x1e, 0x100})
  void twoHalvesAgree(int group) throws GeneralSecurityException {
    var ours = new KeyHalves().in(group);
    var theirs = new KeyHalves().in(group);

    assertThat(ours.octets()).hasSize(ours.expected());
    assertThat(ours.agree(theirs.octets())).isEqualTo(theirs.agree(ours.octets()));
  }

  @Test
  void hybridsSendTheirPartsInTheOrderOfTheirNamesButForX25519() {
    var halves = new KeyHalves();

    assertThat(halves.in(KeyHalves.X25519_MLKEM768).octets())
        .hasSize(1184 + 32)
        .endsWith(halves.in(KeyHalves.X25519).octets());
    assertThat(halves.in(KeyHalves.SECP256R1_MLKEM768).octets())
        .hasSize(65 + 1184)
        .startsWith(halves.in(KeyHalves.SECP256R1).octets());
    assertThat(halves.in(KeyHalves.SECP384R1_MLKEM1024).octets())
        .hasSize(97 + 1568)
        .startsWith(halves.in(KeyHalves.SECP384R1).octets());
  }

  @Test
  void isMadeOnceForEveryGroup() {
    var halves = new KeyHalves();

    assertThat(halves.in(KeyHalves.X25519)).isSameAs(halves.in(KeyHalves.X25519));
  }

  @Test
  void knowsThePrimesOfRfc7919() {
    assertThat(prime(2048, 560316)).isEqualTo(DHStandardGroups.rfc7919_ffdhe2048.getP());
    assertThat(prime(3072, 2625351)).isEqualTo(DHStandardGroups.rfc7919_ffdhe3072.getP());
    assertThat(prime(4096, 5736041)).isEqualTo(DHStandardGroups.rfc7919_ffdhe4096.getP());
    assertThat(prime(6144, 15705020)).isEqualTo(DHStandardGroups.rfc7919_ffdhe6144.getP());
    assertThat(prime(8192, 10965728)).isEqualTo(DHStandardGroups.rfc7919_ffdhe8192.getP());
  }

  private static BigInteger prime(int bits, int lowest) {
    return KeyHalf.Modular.prime(bits, lowest);
  }
}
