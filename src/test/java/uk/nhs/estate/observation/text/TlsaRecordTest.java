package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.TLSARecord;
import uk.nhs.estate.sample.SoundMailServer;

class TlsaRecordTest {
  private static final List<X509Certificate> CHAIN =
      SoundMailServer.tls(order -> order).certificates();

  @Test
  void readsDataInPieces() {
    assertThat(TlsaRecord.parse("3 1 1 00ff 11 AA"))
        .isEqualTo(new Reading.Valid<>(new TlsaRecord(3, 1, 1, "00FF11AA")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "3 1 1",
        "3 1 1 ",
        "3 1 1 f",
        "3 1 1 fg",
        "3 1 00",
        "256 1 1 00",
        "3 256 1 00",
        "3 1 256 00",
        "-1 1 1 00",
        "DANE-EE SPKI SHA2-256 00",
        "x"
      })
  void refusesWhatIsNoData(String text) {
    assertThat(TlsaRecord.parse(text)).isInstanceOf(Reading.Invalid.class);
  }

  /// RFC 7672 §3.1.
  @ParameterizedTest
  @CsvSource({
    "2, 0, 1, 32, true",
    "2, 1, 2, 64, true",
    "3, 1, 1, 32, true",
    "3, 0, 0, 700, true",
    "0, 0, 1, 32, false",
    "1, 1, 1, 32, false",
    "4, 1, 1, 32, false",
    "255, 1, 1, 32, false",
    "3, 2, 1, 32, false",
    "3, 1, 3, 48, false",
    "3, 1, 1, 31, false",
    "3, 1, 1, 64, false",
    "3, 1, 2, 32, false"
  })
  void saysWhatSendersOfMailCanUse(
      int usage, int selector, int matching, int octets, boolean usable) {
    assertThat(
            new TlsaRecord(usage, selector, matching, "AB".repeat(octets)).whyUnusable().isEmpty())
        .isEqualTo(usable);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ''",
    "0, 1, SHA-256",
    "0, 2, SHA-512",
    "1, 0, ''",
    "1, 1, SHA-256",
    "1, 2, SHA-512"
  })
  void fitsItsCertificateAlone(int selector, int matching, String algorithm) throws Exception {
    var leaf = CHAIN.getFirst();
    var selected = selector == 0 ? leaf.getEncoded() : leaf.getPublicKey().getEncoded();
    var data =
        algorithm.isEmpty() ? selected : MessageDigest.getInstance(algorithm).digest(selected);
    var record =
        new TlsaRecord(3, selector, matching, HexFormat.of().withUpperCase().formatHex(data));
    assertThat(record.fits(leaf)).isTrue();
    assertThat(record.fits(CHAIN.getLast())).isFalse();
    assertThat(new TlsaRecord(3, 2, matching, record.association()).fits(leaf)).isFalse();
    assertThat(new TlsaRecord(3, selector, 3, record.association()).fits(leaf)).isFalse();
  }

  @Test
  void isShownInShort() {
    assertThat(new TlsaRecord(3, 1, 1, "00".repeat(32))).hasToString("3 1 1 0000000000000000…");
    assertThat(new TlsaRecord(3, 1, 1, "00")).hasToString("3 1 1 00");
  }

  @Property(tries = 200)
  void readsBackWhatTheResolverWrites(
      @ForAll @IntRange(max = 255) int usage,
      @ForAll @IntRange(max = 255) int selector,
      @ForAll @IntRange(max = 255) int matching,
      @ForAll @Size(min = 1, max = 900) byte[] data) {
    var record = new TLSARecord(Name.root, DClass.IN, 0, usage, selector, matching, data);
    assertThat(TlsaRecord.parse(record.rdataToString()))
        .isEqualTo(
            new Reading.Valid<>(
                new TlsaRecord(
                    usage, selector, matching, HexFormat.of().withUpperCase().formatHex(data))));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    if (TlsaRecord.parse(new String(bytes, ISO_8859_1))
        instanceof Reading.Valid<TlsaRecord>(var record)) {
      assertThat(record.usage()).isBetween(0, 255);
      assertThat(record.association()).matches("([0-9A-F]{2})+");
      assertThat(record.fits(CHAIN.getFirst())).isIn(true, false);
      assertThat(record.whyUnusable()).isNotNull();
    }
  }
}
