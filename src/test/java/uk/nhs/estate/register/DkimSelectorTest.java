package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSelectorTest {

  private static final DomainName DOMAIN = new DomainName("trust.nhs.uk");

  @ParameterizedTest
  @CsvSource({
    "selector1, selector1",
    "' Selector1 ', selector1",
    "2013-03, 2013-03",
    "march.2026.eu, march.2026.eu",
    "a, a",
    "20161025, 20161025"
  })
  void isLabelsOfLettersDigitsAndHyphens(String given, String text) {
    assertThat(DkimSelector.parse(given).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        ".a",
        "a.",
        "-a",
        "a-",
        "a_b",
        "a b",
        "*",
        "ä",
        "selector1._domainkey.trust.nhs.uk",
        "<script>",
        "a1234567890123456789012345678901234567890123456789012345678901234"
      })
  void isNothingElse(String given) {
    assertRefused(List.of("good", given), "is no selector");
  }

  @Test
  void isNotLongerThanANameCanBe() {
    var label = "a".repeat(63);
    assertRefused(List.of(String.join(".", label, label, label, label)), "is no selector");
    assertRefused(List.of(String.join(".", label, label, label, "a".repeat(50))), "too long");
    assertThat(DkimSelector.all(DOMAIN, List.of(label + "." + label))).hasSize(1);
  }

  @Test
  void aDomainHasEachOnceAndAtMostFifty() {
    var fifty = IntStream.range(0, 50).mapToObj(at -> "s" + at).toList();
    assertThat(DkimSelector.all(DOMAIN, List.of("A", "b", "a "))).hasSize(2);
    assertThat(DkimSelector.all(DOMAIN, fifty)).hasSize(50);
    assertRefused(IntStream.range(0, 51).mapToObj(at -> "s" + at).toList(), "these are 51");
  }

  @Test
  void saysWhereTheKeyStands() {
    assertThat(new DkimSelector("s1").keyName(DOMAIN)).isEqualTo("s1._domainkey.trust.nhs.uk");
  }

  private static void assertRefused(List<String> given, String why) {
    assertThatThrownBy(() -> DkimSelector.all(DOMAIN, given))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("selectors");
              assertThat(refusal.message()).contains(why).hasSizeLessThan(400);
            });
  }
}
