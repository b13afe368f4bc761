package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearSiteDataTest {

  @Test
  void readsWhatStandsInQuotationMarks() {
    var read = ClearSiteData.parse(List.of("\"cache\", \"storage\"", "\"future\", cookies"));
    assertThat(read.types()).containsExactlyInAnyOrder("cache", "storage");
    assertThat(read.unknown()).containsExactlyInAnyOrder("\"future\"", "cookies");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"cookies\"", "\"cache\",\"storage\"", "\"*\""})
  void endsSessions(String field) {
    assertThat(ClearSiteData.parse(List.of(field)).endsSessions()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cookies", "*", "\"Cookies\"", "\"cache\"", "\"executionContexts\""})
  void leavesSessionsAlone(String field) {
    assertThat(ClearSiteData.parse(List.of(field)).endsSessions()).isFalse();
  }

  @Property
  void knowsNothingWithoutQuotationMarks(@ForAll @AlphaChars @NotEmpty String type) {
    var read = ClearSiteData.parse(List.of(type));
    assertThat(read.types()).isEmpty();
    assertThat(read.unknown()).containsExactly(type);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    assertThat(ClearSiteData.parse(List.of(new String(bytes, ISO_8859_1))).types())
        .doesNotContain("");
  }
}
