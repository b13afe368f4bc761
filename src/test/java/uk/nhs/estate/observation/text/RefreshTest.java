package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0; url=https://x.test/      | 0   | https://x.test/
          5;URL='/a b'                | 5   | /a b
          5;url="/a"rest              | 5   | /a
          5;url='/a                   | 5   | /a
          0;/a                        | 0   | /a
          0,/a                        | 0   | /a
          0 /a                        | 0   | /a
          0; url /a                   | 0   | url /a
          ` 1 ; url = /a `            | 1   | /a
          1.9; url=/a                 | 1   | /a
          .5; url=/a                  | 0   | /a
          300                         | 300 | ``
          300;                        | 300 | ``
          300; url=                   | 300 | ``
          """)
  void isReadAsBrowsersDo(String content, long seconds, String url) {
    assertThat(Refresh.parse(content)).contains(new Refresh(seconds, url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";url=/a", "url=/a", "-1; url=/a", "5x; url=/a", "5url=/a"})
  void isIgnoredAsBrowsersDo(String content) {
    assertThat(Refresh.parse(content)).isEmpty();
  }

  @Property
  void findsAnyAddress(
      @ForAll @LongRange(min = 0, max = 999_999_999) long seconds,
      @ForAll @StringLength(max = 40) String url) {
    var plain = "/" + url.strip();
    assertThat(Refresh.parse(seconds + ";url=" + plain))
        .contains(new Refresh(seconds, plain.strip()));
  }

  @FuzzTest
  void survivesAnyOctets(byte[] octets) {
    Refresh.parse(new String(octets, ISO_8859_1))
        .ifPresent(refresh -> assertThat(refresh.seconds()).isNotNegative());
  }
}
