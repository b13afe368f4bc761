package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;

class DsDataTest {

  private static final String ZONE = "trust.nhs.uk";
  private static final DnskeyData KEY =
      DnskeyData.parse("257 3 15 8TKDMEKIt52xkE7qMNYq0k1JuQmG4aeGYG+UQzauBko=").orElseThrow();

  @Test
  void readsTagAlgorithmAndDigest() {
    assertThat(ds("12345 13 2 00ff")).isEqualTo(new DsData(12345, 13, 2, "00FF"));
    assertThat(ds("0 0 0 00")).isEqualTo(new DsData(0, 0, 0, "00"));
    assertThat(ds("12345  13\t2 00 FF aB")).isEqualTo(new DsData(12345, 13, 2, "00FFAB"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345 13 2",
        "12345 13 2 ",
        "12345 13 2 0",
        "12345 13 2 0G",
        "65536 13 2 00",
        "12345 256 2 00",
        "12345 13 256 00",
        "-1 13 2 00",
        "12345 ECDSAP256SHA256 2 00",
        " 12345 13 2 00"
      })
  void isNothingElse(String text) {
    assertThat(DsData.parse(text)).isEmpty();
  }

  /// Made by `dnssec-dsfromkey`.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "13603 15 1 4C8616778887447F458ECACE893CD5C65617EF92",
        "13603 15 2 B32AED8D9B75B5E0C5AB892C11C1734FD6DF29B65FD239DF0314F01E00281436",
        "13603 15 4"
            + " 709CD7C8AADD67936B07925ECB772CAA9714328F009AEE4577691DE90130CC8AD0FDA941EA188258787F52A4991F7BD5",
        "13603 15 3 00"
      })
  void fitsItsKey(String text) {
    assertThat(ds(text).fits(ZONE, KEY)).isTrue();
    assertThat(ds(text).fits("Trust.NHS.uk", KEY)).as("whatever the case").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13603 15 2 C32AED8D9B75B5E0C5AB892C11C1734FD6DF29B65FD239DF0314F01E00281436",
        "13603 13 2 B32AED8D9B75B5E0C5AB892C11C1734FD6DF29B65FD239DF0314F01E00281436",
        "13604 15 2 B32AED8D9B75B5E0C5AB892C11C1734FD6DF29B65FD239DF0314F01E00281436",
        "13603 15 2 B32A",
        "13604 15 3 00"
      })
  void fitsNoOther(String text) {
    assertThat(ds(text).fits(ZONE, KEY)).isFalse();
  }

  @Test
  void fitsInItsZoneAlone() {
    var ds = ds("13603 15 1 4C8616778887447F458ECACE893CD5C65617EF92");
    assertThat(ds.fits("trust2.nhs.uk", KEY)).isFalse();
    assertThat(ds.fits("nhs.uk", KEY)).isFalse();
  }

  @Test
  void fitsNoKeyThatMayNotSignTheZone() {
    var revoked = new DnskeyData(257 | 0x80, 3, 15, KEY.key());
    assertThat(new DsData(revoked.keyTag(), 15, 3, "00").fits(ZONE, revoked)).isFalse();
  }

  @Property(tries = 200)
  void readsBackWhatTheResolverWrites(
      @ForAll @IntRange(max = 65535) int tag,
      @ForAll @IntRange(max = 255) int algorithm,
      @ForAll @IntRange(min = 7, max = 255) int digestType,
      @ForAll @Size(min = 1, max = 64) byte[] digest) {
    var record = new DSRecord(Name.root, DClass.IN, 0, tag, algorithm, digestType, digest);
    var ds = ds(record.rdataToString());
    assertThat(ds.keyTag()).isEqualTo(tag);
    assertThat(ds.algorithm()).isEqualTo(algorithm);
    assertThat(ds.digestType()).isEqualTo(digestType);
    assertThat(ds.digest()).hasSize(2 * digest.length);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    DsData.parse(new String(bytes, ISO_8859_1))
        .ifPresent(
            ds -> {
              assertThat(ds.keyTag()).isBetween(0, 65535);
              assertThat(ds.fits(ZONE, KEY)).isIn(true, false);
            });
  }

  private static DsData ds(String text) {
    return DsData.parse(text).orElseThrow();
  }
}
