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
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.Name;

class Nsec3ParamDataTest {

  @Test
  void readsParametersOfAZone() {
    assertThat(parameters("1 0 0 -")).isEqualTo(new Nsec3ParamData(1, 0, 0, ""));
    assertThat(parameters("1 0 65535 aabb")).isEqualTo(new Nsec3ParamData(1, 0, 65535, "AABB"));
  }

  @Test
  void readsTheBeginningOfNsec3() {
    var nsec3 = parameters("1 1 12 AABBCCDD 2VPTU5TIMAMQTTGL4LUU9KG21E0AOR3S A RRSIG");
    assertThat(nsec3).isEqualTo(new Nsec3ParamData(1, 1, 12, "AABBCCDD"));
    assertThat(nsec3.isOptOut()).isTrue();
    assertThat(parameters("1 0 12 - 2VPTU5TIMAMQTTGL4LUU9KG21E0AOR3S").isOptOut()).isFalse();
    assertThat(parameters("1 2 12 - 2VPTU5TIMAMQTTGL4LUU9KG21E0AOR3S").isOptOut()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 0 0",
        "1 0 0 ",
        "1 0 0 A",
        "1 0 0 --",
        "1 0 0 GG",
        "256 0 0 -",
        "1 256 0 -",
        "1 0 65536 -",
        "1 0 -1 -",
        "SHA-1 0 0 -"
      })
  void isNothingElse(String text) {
    assertThat(Nsec3ParamData.parse(text)).isEmpty();
  }

  @Property(tries = 200)
  void readsBackWhatTheResolverWrites(
      @ForAll @IntRange(max = 255) int flags,
      @ForAll @IntRange(max = 65535) int iterations,
      @ForAll @Size(max = 255) byte[] salt) {
    var record = new NSEC3PARAMRecord(Name.root, DClass.IN, 0, 1, flags, iterations, salt);
    var parameters = parameters(record.rdataToString());
    assertThat(parameters.flags()).isEqualTo(flags);
    assertThat(parameters.iterations()).isEqualTo(iterations);
    assertThat(parameters.salt()).hasSize(2 * salt.length);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    Nsec3ParamData.parse(new String(bytes, ISO_8859_1))
        .ifPresent(parameters -> assertThat(parameters.iterations()).isBetween(0, 65535));
  }

  private static Nsec3ParamData parameters(String text) {
    return Nsec3ParamData.parse(text).orElseThrow();
  }
}
