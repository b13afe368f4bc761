package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferrerPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-referrer                                  | NO_REFERRER
          NO-Referrer                                  | NO_REFERRER
          unsafe-url, strict-origin                    | STRICT_ORIGIN
          strict-origin, bogus                         | STRICT_ORIGIN
          no-referrer,,same-origin                     | SAME_ORIGIN
          strict-origin-when-cross-origin, unsafe-url  | UNSAFE_URL
          """)
  void takesTheLastTokenThatIsOne(String field, ReferrerPolicy policy) {
    assertThat(ReferrerPolicy.parse(List.of(field))).contains(policy);
  }

  @Test
  void fieldLinesAreOneList() {
    assertThat(ReferrerPolicy.parse(List.of("origin", "no-referrer", "x")))
        .contains(ReferrerPolicy.NO_REFERRER);
    assertThat(ReferrerPolicy.parse(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "never", "always", "default", "no_referrer", "\"no-referrer\""})
  void findsNoneInWhatBrowsersDoNotKnow(String field) {
    assertThat(ReferrerPolicy.parse(List.of(field))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryPolicyByItsToken(ReferrerPolicy policy) {
    assertThat(ReferrerPolicy.parse(List.of(policy.token().toUpperCase(Locale.ROOT))))
        .contains(policy);
  }

  @ParameterizedTest
  @CsvSource({
    "never, NO_REFERRER",
    "Default, STRICT_ORIGIN_WHEN_CROSS_ORIGIN",
    "ALWAYS, UNSAFE_URL",
    "origin-when-crossorigin, ORIGIN_WHEN_CROSS_ORIGIN",
    "No-Referrer, NO_REFERRER"
  })
  void knowsTheWordsOfOldInMarkup(String content, ReferrerPolicy policy) {
    assertThat(ReferrerPolicy.ofMeta(content)).contains(policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-referrer, origin", " origin", "bogus"})
  void takesOneTokenFromMarkupAndNoList(String content) {
    assertThat(ReferrerPolicy.ofMeta(content)).isEmpty();
  }

  @Test
  void tellsWhatBrowsersDoNotKnow() {
    assertThat(ReferrerPolicy.unknownIn(List.of("never, origin,", "bogus, never")))
        .containsExactly("never", "bogus");
  }

  @Property
  void theLastOneWinsWhateverStandsBefore(@ForAll ReferrerPolicy policy, @ForAll int before) {
    assertThat(ReferrerPolicy.parse(List.of("x" + before + ", unsafe-url", policy.token())))
        .contains(policy);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    assertThat(ReferrerPolicy.parse(List.of(new String(bytes, ISO_8859_1), "x, origin")))
        .isPresent();
  }
}
