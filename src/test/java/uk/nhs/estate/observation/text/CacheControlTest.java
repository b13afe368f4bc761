package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheControlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public",
        "PUBLIC",
        "max-age=1",
        "max-age=\"60\"",
        "s-maxage=60, max-age=0",
        "max-age=60, max-age=0",
        "public, must-revalidate",
        "foo, , max-age = 60"
      })
  void letsSharedCachesKeepIt(String value) {
    assertThat(CacheControl.parse(List.of(value)).isForShared()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no-store",
        "no-cache",
        "private",
        "public, Private",
        "max-age=0",
        "max-age=00",
        "max-age=soon",
        "public, max-age=0",
        "s-maxage=0, max-age=60",
        "max-age=0, max-age=60",
        "no-cache=\"set-cookie\", max-age=60",
        "must-revalidate",
        "foo=\"public, max-age=60\""
      })
  void keepsSharedCachesFromIt(String value) {
    assertThat(CacheControl.parse(List.of(value)).isForShared()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "no-store"})
  void readsEveryFieldLine(String value) {
    assertThat(CacheControl.parse(List.of("public", value)).isForShared()).isFalse();
    assertThat(CacheControl.parse(List.of()).isForShared()).isFalse();
  }

  @Property
  void nothingOutweighsNoStore(@ForAll @StringLength(max = 40) String other) {
    var plain = other.replace("\"", "");
    assertThat(CacheControl.parse(List.of(plain, "no-store")).isForShared()).isFalse();
  }

  @FuzzTest
  void survivesAnyOctets(byte[] octets) {
    var read = CacheControl.parse(List.of(new String(octets, ISO_8859_1)));
    assertThat(read.directives().keySet()).allMatch(name -> !name.isEmpty());
    assertThat(read.isForShared()).isIn(true, false);
  }
}
