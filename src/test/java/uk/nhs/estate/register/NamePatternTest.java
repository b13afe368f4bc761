package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "github.io, github.io, true",
    "github.io, trust.github.io, true",
    "github.io, a.b.github.io, true",
    "github.io, TRUST.GitHub.IO., true",
    "github.io, notgithub.io, false",
    "github.io, github.io.test, false",
    "github.io, io, false",
    "github.io, '', false",
    "github.io, ., false",
    "awsdns-*.co.uk, ns-1.awsdns-02.co.uk, true",
    "awsdns-*.co.uk, awsdns-.co.uk, false",
    "awsdns-*.co.uk, awsdns.co.uk, false",
    "awsdns-*.co.uk, ns-1.awsdns-02.org.uk, false",
    "s3.*.amazonaws.com, pictures.s3.eu-west-2.amazonaws.com, true",
    "s3.*.amazonaws.com, pictures.s3.eu.west.amazonaws.com, false",
    "s3.*.amazonaws.com, s3.amazonaws.com, false",
    "a*a.test, a.test, false",
    "a*a.test, aa.test, false",
    "a*a.test, aba.test, true"
  })
  void meansANameAndAllBelowItAndNoPartOfALabel(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "com", "*", "a..b", ".a.b", "a.b.", "a.*", "A.test", "a**.test", "a b.c"})
  void refusesWhatIsNoName(String text) {
    assertThatThrownBy(() -> new NamePattern(text)).isInstanceOf(Refusal.class);
  }

  @Property
  void whatStandsBeforeADotDoesNotMatter(@ForAll String before) {
    assertThat(new NamePattern("supplier.test").matches(before + ".supplier.test")).isTrue();
  }

  @Property
  void whatStandsBeforeWithoutADotDoes(@ForAll @AlphaChars @StringLength(min = 1) String before) {
    assertThat(new NamePattern("supplier.test").matches(before + "supplier.test")).isFalse();
  }

  @Property
  void survivesAnyName(@ForAll String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    assertThat(new NamePattern("supplier.test").matches(name))
        .isEqualTo(plain.matches("(?s)(.*\\.)?supplier\\.test\\.?"));
  }
}
