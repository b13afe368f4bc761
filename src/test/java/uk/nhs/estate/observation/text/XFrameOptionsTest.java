package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XFrameOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DENY",
        "deny",
        "SameOrigin",
        " DENY\t",
        "SAMEORIGIN, SAMEORIGIN",
        "SAMEORIGIN, DENY",
        "SAMEORIGIN, ALLOWALL",
        "DENY, nonsense",
        "DENY,"
      })
  void restrictsFraming(String field) {
    assertThat(XFrameOptions.parse(List.of(field)).restrictsFraming()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "ALLOWALL",
        "DENY;",
        "'DENY'",
        "\"DENY\"",
        "sameorigin; foo",
        "ALLOW-FROM https://a.test",
        "nonsense, more",
        "de ny"
      })
  void saysNothingThatBrowsersHeed(String field) {
    assertThat(XFrameOptions.parse(List.of(field)).restrictsFraming()).isFalse();
  }

  @Test
  void fieldLinesAreOneList() {
    assertThat(XFrameOptions.parse(List.of()).restrictsFraming()).isFalse();
    assertThat(XFrameOptions.parse(List.of("DENY", "deny")).values()).containsExactly("deny");
    assertThat(XFrameOptions.parse(List.of("ALLOWALL", "x")).restrictsFraming()).isTrue();
  }

  @Test
  void tellsWhatContradictsItselfAndWhatNoBrowserKnows() {
    assertThat(XFrameOptions.parse(List.of("SAMEORIGIN, DENY")).contradictsItself()).isTrue();
    assertThat(XFrameOptions.parse(List.of("DENY", "x")).contradictsItself()).isTrue();
    assertThat(XFrameOptions.parse(List.of("DENY, deny")).contradictsItself()).isFalse();
    assertThat(XFrameOptions.parse(List.of("x, y")).contradictsItself()).isFalse();
    assertThat(XFrameOptions.parse(List.of("x, DENY, ALLOW-FROM https://a.test")).unknown())
        .containsExactly("allow-from https://a.test", "x");
  }

  @Property
  void linesAndCommasMeanTheSame(@ForAll @Size(max = 5) List<@AlphaChars String> values) {
    if (!values.isEmpty()) {
      assertThat(XFrameOptions.parse(values))
          .isEqualTo(XFrameOptions.parse(List.of(String.join(" , ", values))));
    }
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var fields = List.of(new String(bytes, ISO_8859_1));
    assertThat(XFrameOptions.parse(fields).values()).isNotEmpty();
  }
}
