package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

class DnskeyDataTest {

  /// Made by `dnssec-keygen`, which gives them these key tags.
  private static final String RSA_1024 =
      "257 3 8 AwEAAcqNWX3NTIV50fSKu7DTIBf/lT2lHsf8bWUlhhWwU5MbxKVCSFZ0"
          + " GALfV3clA0YC65IIlPa0mCaLhbWXBsOe+L1IC6apNHqenY5fZfWmHn/H"
          + " VfDKxzhX8sRsPOj+FIu00sW3ZUh82Ndn0uUe0bojF1b4q6hU10B7hEX5 WrUTxxiP";

  private static final String ED25519 = "257 3 15 8TKDMEKIt52xkE7qMNYq0k1JuQmG4aeGYG+UQzauBko=";
  private static final String P256_OF_THE_ZONE =
      "256 3 13 QGci/WP2yvDCr2MLldhLP3Mqk/MB6uTcvgUNcbxtrjHNxYImnzarVMRN"
          + " HYpHVwopI5EDr9mUcV7S8VBNX+axrw==";

  @Test
  void readsFlagsProtocolAlgorithmAndKey() {
    assertThat(key("257 3 13 AA ECAw==")).isEqualTo(new DnskeyData(257, 3, 13, "AAECAw=="));
    assertThat(key("257 \t3  13 AAECAw==")).isEqualTo(new DnskeyData(257, 3, 13, "AAECAw=="));
    assertThat(key("0 3 0 AA==")).isEqualTo(new DnskeyData(0, 3, 0, "AA=="));
    assertThat(key("256 3 8")).isEqualTo(new DnskeyData(256, 3, 8, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "257",
        "257 3",
        "65536 3 13 AAAA",
        "257 256 13 AAAA",
        "257 3 256 AAAA",
        "-1 3 13 AAAA",
        "257 3 ECDSAP256SHA256 AAAA",
        "257 3 13 A",
        "257 3 13 AA",
        "257 3 13 AA=A",
        "257 3 13 ????",
        "99999999999 3 13 AAAA",
        "\\# 4 01000308"
      })
  void isNothingElse(String text) {
    assertThat(DnskeyData.parse(text)).isEmpty();
  }

  @Test
  void hasTheTagThatSignersGiveIt() {
    assertThat(key(RSA_1024).keyTag()).isEqualTo(10642);
    assertThat(key(ED25519).keyTag()).isEqualTo(13603);
    assertThat(key(P256_OF_THE_ZONE).keyTag()).isEqualTo(13823);
  }

  @Test
  void hasATagOfItsOwnKindForRsaWithMd5() {
    assertThat(key("257 3 1 AAAAAAECAw==").keyTag()).isEqualTo(0x0102);
    assertThat(key("257 3 1 AAA=").keyTag()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "256, true, false",
    "257, true, true",
    "0, false, false",
    "384, false, false",
    "1, false, true"
  })
  void tellsWhatTheKeyIsFor(int flags, boolean zone, boolean entryPoint) {
    assertThat(key(flags + " 3 13 AAAA").isZoneKey()).isEqualTo(zone);
    assertThat(key(flags + " 3 13 AAAA").isEntryPoint()).isEqualTo(entryPoint);
  }

  @Test
  void measuresTheModulusOfRsa() {
    assertThat(key(RSA_1024).modulusBits()).hasValue(1024);
    assertThat(key(ED25519).modulusBits()).isEmpty();
    assertThat(key("257 3 8 AwEAAQ==").modulusBits()).as("no modulus").isEmpty();
    assertThat(key("257 3 8 /wEAAQ==").modulusBits()).as("an exponent past the end").isEmpty();
    assertThat(key("257 3 8 AAABAwE=").modulusBits()).as("a long length of 1").hasValue(1);
    assertThat(key("257 3 8 AQMAAA==").modulusBits()).as("a modulus of zero").isEmpty();
    assertThat(key("257 3 8 AwEB").modulusBits()).isEmpty();
    assertThat(key("257 3 8").modulusBits()).isEmpty();
  }

  @Property(tries = 200)
  void measuresAnyModulus(
      @ForAll @IntRange(min = 1, max = 4096) int bits, @ForAll @IntRange(max = 3) int zeros) {
    var modulus = BigInteger.ONE.shiftLeft(bits - 1).toByteArray();
    var octets = new byte[2 + zeros + modulus.length];
    octets[0] = 1;
    octets[1] = 3;
    System.arraycopy(modulus, 0, octets, 2 + zeros, modulus.length);
    var key = key("257 3 8 " + Base64.getEncoder().encodeToString(octets));
    assertThat(key.modulusBits()).hasValue(bits);
  }

  @Property(tries = 200)
  void readsBackWhatTheResolverWrites(
      @ForAll @IntRange(max = 65535) int flags,
      @ForAll @IntRange(min = 2, max = 255) int algorithm,
      @ForAll @Size(min = 1, max = 300) byte[] octets) {
    var record = new DNSKEYRecord(Name.root, DClass.IN, 0, flags, 3, algorithm, octets);
    var key = key(record.rdataToString());
    assertThat(key.wire()).isEqualTo(record.rdataToWireCanonical());
    assertThat(key.keyTag()).isEqualTo(record.getFootprint());
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    DnskeyData.parse(new String(bytes, ISO_8859_1))
        .ifPresent(
            key -> {
              assertThat(key.keyTag()).isBetween(0, 65535);
              key.modulusBits().ifPresent(bits -> assertThat(bits).isPositive());
            });
  }

  private static DnskeyData key(String text) {
    return DnskeyData.parse(text).orElseThrow();
  }
}
