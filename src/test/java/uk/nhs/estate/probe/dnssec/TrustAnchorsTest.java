package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import uk.nhs.estate.register.Refusal;

class TrustAnchorsTest {
  private static final String KSK_2017 =
      "20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D";

  /// The key itself, as published in the root: another source than that of its digest.
  private static final String KSK_2024 =
      ". IN DNSKEY 257 3 8"
          + " AwEAAa96jeuknZlaeSrvyAJj6ZHv28hhOKkx3rLGXVaC6rXTsDc449/cidltpkyGwCJNnOAlFNKF2jBosZBU5eeH"
          + "spaQWOmOElZsjICMQMC3aeHbGiShvZsx4wMYSjH8e7Vrhbu6irwCzVBApESjbUdpWWmEnhathWu1jo+siFUiRAAx"
          + "m9qyJNg/wOZqqzL/dL/q8PkcRU5oUKEpUge71M3ej2/7CPqpdVwuMoTvoB+ZOT4YeGyxMvHmbrxlFzGOHOijtzN+"
          + "u1TQNatX2XBuzZNQ1K+s2CXkPIZo7s6JgZyvaBevYtxPvYLw4z9mR7K2vaF18UYH9Z9GNUUeayffKC73PYc=";

  @Test
  void travelWithBothKeysOfTheRoot() throws Exception {
    var newer = (DNSKEYRecord) read(KSK_2024).records().getFirst();

    assertThat(TrustAnchors.bundled().records())
        .containsExactly(
            read(". IN DS " + KSK_2017).records().getFirst(),
            new DSRecord(Name.root, DClass.IN, 0, 2, newer));
  }

  @Test
  void areReadWithCommentsTtlAndClassOrWithout() throws Exception {
    var records =
        read("""
        ; the root
        . 172800 IN DS %1$s ; since 2018

        . ds %1$s
        private.test 60 DS %1$s
        """
                .formatted(KSK_2017))
            .records();

    assertThat(records).hasSize(3);
    assertThat(records.getFirst()).isEqualTo(records.get(1));
    assertThat(records.getLast().getName()).isEqualTo(Name.fromConstantString("private.test."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ". IN A 192.0.2.1",
        ".",
        ". IN",
        ". IN DS 20326 8 2",
        ". IN DS 20326 8 2 E06D44",
        ". IN DS 70000 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
        ". IN DS 20326 12 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
        ". IN DS 20326 8 3 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
        ". IN DNSKEY 257 3 8",
        ". IN DNSKEY 257 3 8 (",
        ". IN DNSKEY 385 3 13 AwEAAa96jeuknZlaeSrvyAJj",
        "a..b. IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
        "<TrustAnchor id=\"1\">"
      })
  void areRefusedWithTheLineThatIsNone(String line) {
    assertThatThrownBy(() -> read("; head\n" + line))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Line 2 ");
  }

  @Test
  void areRefusedWhenThereIsNone() {
    assertThatThrownBy(() -> read("; nothing\n"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no trust anchor");
  }

  @FuzzTest
  void areReadOrRefused(FuzzedDataProvider data) throws IOException {
    try {
      assertThat(read(data.consumeRemainingAsString()).records()).isNotEmpty();
    } catch (Refusal refusal) {
      assertThat(refusal.message()).isNotEmpty();
    }
  }

  private static TrustAnchors read(String text) throws IOException {
    return TrustAnchors.read(new StringReader(text));
  }
}
