package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.probe.tls.Protection.Fragment;

/// Against the trace of RFC 8448 §3.
class KeyScheduleTest {
  private static final byte[] HELLOS =
      octets(
          """
          010000c00303cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef6283024dece7000006130113
          03130201000091000000 0b0009000006736572766572ff01000100000a00140012001d0017001800190100
          010101020103010400230000003300260024001d002099381de560e4bd43d23d8e435a7dbafeb3c06e51c13c
          ae4d5413691e529aaf2c002b0003020304000d0020001e040305030603020308040805080604010501060102
          010402050206020202002d00020101001c00024001
          020000560303a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e26928001301 0000
          2e00330024001d0020c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f002b00
          020304\
          """);
  private static final byte[] AGREED =
      octets("8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d");

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  private static final KeySchedule HANDSHAKE = KeySchedule.early(Digest.SHA_256).next(AGREED);

  @Test
  void beginsWithTheEarlySecret() {
    var early = KeySchedule.early(Digest.SHA_256);

    assertThat(early.secret())
        .isEqualTo(octets("33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a"));
    assertThat(early.derive("derived", new byte[0]))
        .isEqualTo(octets("6f2615a108c702c5678f54fc9dbab69716c076189c48250cebeac3576c3611ba"));
  }

  @Test
  void derivesTheSecretsOfTheHandshakeFromTheHellos() {
    assertThat(HANDSHAKE.derive("c hs traffic", HELLOS))
        .isEqualTo(octets("b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21"));
    assertThat(HANDSHAKE.derive("s hs traffic", HELLOS))
        .isEqualTo(octets("b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38"));
  }

  @Test
  void endsWithTheMasterSecret() {
    assertThat(HANDSHAKE.master().secret())
        .isEqualTo(octets("18df06843d13a08bf2a449844c5f8a478001bc4d4c627984d5a41da8d0402919"));
  }

  @Test
  void expandsKeysAndNonces() {
    var secret = HANDSHAKE.derive("s hs traffic", HELLOS);

    assertThat(KeySchedule.expand(Digest.SHA_256, secret, "key", new byte[0], 16))
        .isEqualTo(octets("3fce516009c21727d0f2e4e86ee403bc"));
    assertThat(KeySchedule.expand(Digest.SHA_256, secret, "iv", new byte[0], 12))
        .isEqualTo(octets("5d313eb2671276ee13000b30"));
  }

  @Test
  void protectsRecordsSoThatOnlyTheSameKeysOpenThem() throws GeneralSecurityException {
    var secret = HANDSHAKE.derive("s hs traffic", HELLOS);
    var suite = SpokenSuite.TLS_AES_128_GCM_SHA256;
    var sender = Protection.of(suite, secret);
    var receiver = Protection.of(suite, secret);

    for (int number = 0; number < 3; number++) {
      var sealed = sender.seal(new Fragment(Record.HANDSHAKE, new byte[] {1, 2, 0}));
      assertThat(sealed.type()).isEqualTo(Record.APPLICATION);
      var opened = receiver.open(sealed);
      assertThat(opened.type()).isEqualTo(Record.HANDSHAKE);
      assertThat(opened.octets()).containsExactly(1, 2, 0);
    }
  }
}
