package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HstsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          max-age=31536000                             | 31536000 | false
          max-age=15768000 ; includeSubDomains         | 15768000 | true
          max-age="31536000"                           | 31536000 | false
          max-age=0                                    | 0        | false
          max-age=0; includeSubDomains                 | 0        | true
          preload; includeSubDomains; max-age=60       | 60       | true
          MAX-AGE=60;INCLUDESUBDOMAINS                 | 60       | true
          ;; max-age = 60 ; ;                          | 60       | false
          max-age="6\\0"                               | 60       | false
          max-age=60; foo="a;b"; bar=baz               | 60       | false
          max-age=60; foo="a\\"b"                      | 60       | false
          max-age=60; includeSubdomain                 | 60       | false
          max-age=007                                  | 7        | false
          max-age=99999999999999999999                 | 9223372036854775807 | false
          """)
  void readsWhatTheGrammarAllows(String field, long maxAge, boolean includeSubDomains) {
    assertThat(Hsts.parse(field))
        .contains(new Hsts(maxAge, includeSubDomains, field.startsWith("preload")));
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=1; preload, true",
    "max-age=1; PreLoad, true",
    "max-age=1, false",
    "max-age=1; preload=1, false",
    "max-age=1; preload=\"\", false"
  })
  void knowsTheWordPreload(String field, boolean preload) {
    assertThat(Hsts.parse(field).orElseThrow().preload()).isEqualTo(preload);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "31536000",
        "maxage=31536000",
        "max-age",
        "max-age=",
        "max-age=\"\"",
        "max-age=-1",
        "max-age=+1",
        "max-age=1.5",
        "max-age=0x10",
        "max-age='60'",
        "max-age=6 0",
        "max-age=60, max-age=60",
        "max-age=60 includeSubDomains",
        "max-age=60; max-age=60",
        "max-age=60; MAX-AGE=0",
        "max-age=60; includeSubDomains; includeSubDomains",
        "max-age=60; foo; foo",
        "max-age=60; includeSubDomains=true",
        "max-age=60; includeSubDomains=\"\"",
        "max-age=60; foo=\"bar",
        "max-age=60; foo=\"bar\\",
        "max-age=60; foo=\"bar\"baz",
        "max-age=60; =1",
        "\"max-age=60\"",
        "max-age=60\u00A0",
        "max-age=\u0661"
      })
  void ignoresWhatBrowsersMustIgnore(String field) {
    assertThat(Hsts.parse(field)).isEmpty();
  }

  @Property
  void readsDirectivesInAnyOrderAndCase(
      @ForAll @LongRange(min = 0) long maxAge, @ForAll boolean sub, @ForAll long seed) {
    var random = new Random(seed);
    var directives = new ArrayList<>(List.of("max-age=" + maxAge, "preload", "x=\";\""));
    if (sub) {
      directives.add("includeSubDomains");
    }
    Collections.shuffle(directives, random);
    var text = new StringBuilder();
    for (var directive : directives) {
      directive
          .chars()
          .forEach(c -> text.append((char) (random.nextBoolean() ? Character.toUpperCase(c) : c)));
      text.append(" ".repeat(random.nextInt(3))).append(';').append("\t".repeat(random.nextInt(2)));
    }
    assertThat(Hsts.parse(text.toString())).contains(new Hsts(maxAge, sub, true));
  }

  @Property
  void readsAnyText(@ForAll @StringLength(max = 200) String text) {
    assertThat(Hsts.parse(text).stream()).allMatch(hsts -> hsts.maxAge() >= 0);
    assertThat(Hsts.parse("max-age=1;" + text).stream()).allMatch(hsts -> hsts.maxAge() == 1);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    Hsts.parse(new String(bytes, ISO_8859_1))
        .ifPresent(hsts -> assertThat(hsts.maxAge()).isNotNegative());
  }
}
