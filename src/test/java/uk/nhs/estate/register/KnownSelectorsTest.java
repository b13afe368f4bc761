package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.KnownSelectors.Provider;

class KnownSelectorsTest {

  private static final KnownSelectors LIST =
      new KnownSelectors(
          List.of(
              provider("Inbox", List.of("mx.inbox.test"), List.of("spf.inbox.test"), "in1", "in2"),
              provider("Letters", List.of(), List.of("letters.test"), "letter")),
          List.of("default", "in2"));

  @Test
  void triesTheProvidersSelectorsBeforeTheGenericOnes() {
    assertThat(LIST.toTry(List.of("a.mx.inbox.test"), List.of()))
        .containsExactly("in1", "in2", "default");
    assertThat(LIST.toTry(List.of(), List.of("_spf.letters.test", "spf.inbox.test")))
        .containsExactly("in1", "in2", "letter", "default");
  }

  @Test
  void triesOnlyGenericOnesForWhoeverIsNotRecognised() {
    assertThat(LIST.toTry(List.of("mx.trust.nhs.uk"), List.of("inbox.test")))
        .containsExactly("default", "in2");
    assertThat(LIST.toTry(List.of(), List.of())).containsExactly("default", "in2");
  }

  @Test
  void neverTriesMoreThanTen() {
    var many = IntStream.range(0, 20).mapToObj(at -> "s" + at).toArray(String[]::new);
    var list =
        new KnownSelectors(
            List.of(provider("Many", List.of(), List.of("many.test"), many)), List.of("default"));
    assertThat(list.toTry(List.of(), List.of("many.test"))).hasSize(10).doesNotContain("default");
  }

  private static Provider provider(
      String name, List<String> mx, List<String> spf, String... selectors) {
    return new Provider(
        name,
        mx.stream().map(NamePattern::new).toList(),
        spf.stream().map(NamePattern::new).toList(),
        List.of(selectors));
  }
}
