package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestTest {

  /// A vector published on the mailing list of the TLS working group in 2009.
  @Test
  void expandsSecretsAsTls12Does() {
    var expanded =
        Digest.SHA_256.expand(
            octets("9bbe436ba940f017b17652849a71db35"),
            "test label",
            octets("a0ba9f936cda311827a6f796ffd5198c"),
            100);

    assertThat(HexFormat.of().formatHex(expanded))
        .isEqualTo(
            "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a4"
                + "6b4e14baf9af0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa480"
                + "82d122ee42c5a72e5a5110fff70187347b66");
  }

  @Test
  void hashesTwiceBeforeTls12() {
    assertThat(HexFormat.of().formatHex(Digest.MD5_SHA1.of(new byte[0])))
        .isEqualTo("d41d8cd98f00b204e9800998ecf8427e" + "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
