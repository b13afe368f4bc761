package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Type;

class RrsigDataTest {

  private static final RrsigData SIGNATURE =
      new RrsigData(
          "SOA",
          13,
          Instant.parse("2026-11-17T09:00:00Z"),
          Instant.parse("2026-12-01T09:00:00Z"),
          2371,
          "trust.nhs.uk");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SOA 13 3 3600 20261201090000 20261117090000 2371 trust.nhs.uk. c2lnbmF0dXJl",
        "SOA 13 3 3600 1796115600 1794906000 2371 trust.nhs.uk. c2ln bmF0dXJl",
        "soa 13 3 3600 20261201090000 1794906000 2371 Trust.NHS.uk c2lnbmF0dXJl",
        "SOA\t13  3 3600 20261201090000 20261117090000 2371 trust.nhs.uk."
      })
  void readsDatesInBothForms(String text) {
    assertThat(RrsigData.parse(text)).contains(SIGNATURE);
  }

  @Test
  void lives() {
    assertThat(SIGNATURE.life()).isEqualTo(Duration.ofDays(14));
  }

  @Test
  void maySignTypesWithoutAName() {
    assertThat(RrsigData.parse("TYPE65534 13 3 0 4294967295 0 2371 . AA==").orElseThrow().covered())
        .isEqualTo("TYPE65534");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SOA",
        " 13 3 3600 20261201090000 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 256 3 3600 20261201090000 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 13 x 3600 20261201090000 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 13 3 4294967296 20261201090000 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 13 3 3600 20261301090000 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 13 3 3600 20260230090000 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 13 3 3600 20261201096000 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 13 3 3600 2026120109000 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 13 3 3600 4294967296 20261117090000 2371 trust.nhs.uk. AA==",
        "SOA 13 3 3600 20261201090000 never 2371 trust.nhs.uk. AA==",
        "SOA 13 3 3600 20261201090000 20261117090000 65536 trust.nhs.uk. AA==",
        "SOA 13 3 3600 20261201090000 20261117090000 2371",
        "SOA 13 3 3600 -0261201090000 20261117090000 2371 trust.nhs.uk. AA=="
      })
  void isNothingElse(String text) {
    assertThat(RrsigData.parse(text)).isEmpty();
  }

  @Property(tries = 200)
  void readsBackWhatTheResolverWrites(
      @ForAll @LongRange(max = 0xFFFF_FFFFL) long expires,
      @ForAll @LongRange(max = 0xFFFF_FFFFL) long from)
      throws Exception {
    var expiration = Instant.ofEpochSecond(expires);
    var inception = Instant.ofEpochSecond(from);
    var record =
        new RRSIGRecord(
            Name.root,
            DClass.IN,
            0,
            Type.MX,
            13,
            3600,
            expiration,
            inception,
            2371,
            Name.fromString("trust.nhs.uk."),
            new byte[64]);
    assertThat(RrsigData.parse(record.rdataToString()))
        .contains(new RrsigData("MX", 13, inception, expiration, 2371, "trust.nhs.uk"));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    RrsigData.parse(new String(bytes, ISO_8859_1))
        .ifPresent(
            rrsig -> {
              assertThat(rrsig.keyTag()).isBetween(0, 65535);
              assertThat(rrsig.life()).isNotNull();
            });
  }
}
