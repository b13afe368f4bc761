package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html                                     | text/html  |
          Text/HTML ; Charset=UTF-8                     | text/html  | UTF-8
          text/html;charset="utf-8"                     | text/html  | utf-8
          text/html; x; charset=; charset=a; charset=b  | text/html  | a
          text/html; x="a;charset=b"; charset=c         | text/html  | c
          text/html; x="a                               | text/html  |
          text/html, text/plain                         | text/plain |
          text/html;charset=a, text/html                | text/html  | a
          text/html;charset=a, text/html;charset=b      | text/html  | b
          text/html;charset=a, text/plain               | text/plain |
          text/html, junk, */*                          | text/html  |
          """)
  void takesTheLastMediaType(String field, String essence, String charset) {
    assertThat(ContentType.parse(List.of(field)))
        .contains(new ContentType(essence, charset == null ? "" : charset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "html", "text/", "/html", "text/html x", "te xt/html", "*/*", "a/b/c"})
  void findsNoneInWhatIsNone(String field) {
    assertThat(ContentType.parse(List.of(field))).isEmpty();
  }

  @Test
  void fieldLinesAreOneList() {
    assertThat(ContentType.parse(List.of())).isEmpty();
    assertThat(ContentType.parse(List.of("text/html", "image/png")).orElseThrow().isHtml())
        .isFalse();
    assertThat(ContentType.parse(List.of("application/xhtml+xml")).orElseThrow().isHtml()).isTrue();
  }

  @Property
  void keepsTheCharsetAsItIsWritten(@ForAll @AlphaChars @NotEmpty String charset) {
    assertThat(ContentType.parse(List.of("text/html; charset=\"" + charset + '"')))
        .contains(new ContentType("text/html", charset));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    ContentType.parse(List.of(new String(bytes, ISO_8859_1)))
        .ifPresent(
            type ->
                assertThat(type.essence())
                    .contains("/")
                    .isEqualTo(type.essence().toLowerCase(Locale.ROOT)));
  }
}
