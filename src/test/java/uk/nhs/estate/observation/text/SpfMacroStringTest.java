package uk.nhs.estate.observation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of RFC 7208 §7.4, and more.
class SpfMacroStringTest {
  private static final Map<Character, String> MAIL =
      Map.of(
          's', "strong-bad@email.example.com",
          'o', "email.example.com",
          'd', "email.example.com",
          'l', "strong-bad",
          'i', "192.0.2.3",
          'v', "in-addr",
          'h', "a..b",
          'c', "2001:db8::cb01",
          'r', "caf\u00e9 & co/~_.-",
          'p', "");

  @ParameterizedTest
  @CsvSource({
    "%{s}, strong-bad@email.example.com",
    "%{o}, email.example.com",
    "%{d}, email.example.com",
    "%{d4}, email.example.com",
    "%{d3}, email.example.com",
    "%{d2}, example.com",
    "%{d1}, com",
    "%{dr}, com.example.email",
    "%{d2r}, example.email",
    "%{l}, strong-bad",
    "%{l-}, strong.bad",
    "%{lr}, strong-bad",
    "%{lr-}, bad.strong",
    "%{l1r-}, strong",
    "%{ir}.%{v}._spf.%{d2}, 3.2.0.192.in-addr._spf.example.com",
    "%{lr-}.lp._spf.%{d2}, bad.strong.lp._spf.example.com",
    "%{lr-}.lp.%{ir}.%{v}._spf.%{d2}, bad.strong.lp.3.2.0.192.in-addr._spf.example.com",
    "%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}, 3.2.0.192.in-addr.strong.lp._spf.example.com",
    "%{d2}.trusted-domains.example.net, example.com.trusted-domains.example.net"
  })
  void expandsAsTheStandardShows(String text, String expanded) {
    assertThat(expand(text)).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({
    "a%%b%_c%-d, a%b c%20d",
    "%{D2R}, example.email",
    "%{d99999999999999999999}, email.example.com",
    "%{h}, a..b",
    "%{h1}, b",
    "%{s@}, ",
    "%{S}, strong-bad%40email.example.com",
    "%{C}, 2001%3Adb8%3A%3Acb01",
    "%{R}, caf%C3%A9%20%26%20co%2F~_.-",
    "%{p}x, x",
    "'%{l.-+,/_=}', strong.bad"
  })
  void knowsEveryTransformer(String text, String expanded) {
    if (expanded == null) {
      assertThat(SpfRecord.explanation(text)).isEmpty();
    } else {
      assertThat(expand(text)).isEqualTo(expanded);
    }
  }

  @Test
  void mayHaveSpacesInAnExplanation() {
    assertThat(expand("See http://a.test/why?%{S}, please"))
        .isEqualTo("See http://a.test/why?strong-bad%40email.example.com, please");
  }

  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "a\tb", "%", "%{", "%{z}", "100% sure", "%(d)"})
  void isNoExplanation(String text) {
    assertThat(SpfRecord.explanation(text)).isEmpty();
  }

  private static String expand(String text) {
    return SpfRecord.explanation(text)
        .orElseThrow()
        .expand(letter -> MAIL.getOrDefault(letter, ""));
  }
}
