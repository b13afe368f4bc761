package uk.nhs.estate.observation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CspNoncesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'nonce-AAAAAAAAAAAAAAAAAAAAAA', 'nonce-new'",
        "'NONCE-AAAAAAAAAAAAAAAAAAAAAA==' x, 'nonce-new' x",
        "'nonce-AAAAAAAAAAAAAAAAAAAAA', 'nonce-new-short'",
        "'nonce-seen', 'nonce-repeated-short'",
        "'nonce-$$', 'nonce-",
        "'nonce-, 'nonce-",
        "x nonce-abc; y, x nonce-; y",
        "'self', 'self'"
      })
  void keepsWhatIsJudgedOfANonce(String text, String steady) {
    assertThat(CspNonces.steady(text, Set.of("seen"))).isEqualTo(steady);
  }

  @Test
  void findsThemInAllPolicies() {
    var csp =
        Csp.of(
            "https://a.test/",
            List.of("script-src 'nonce-a' nonce-b 'nonce-', style-src 'nonce-c'"),
            List.of("img-src 'nonce-d'"),
            List.of("x 'nonce-e'"));
    assertThat(CspNonces.of(csp)).containsExactlyInAnyOrder("a", "c", "d", "e");
  }

  @Property
  void nothingOfALongNonceIsLeft(
      @ForAll @AlphaChars @StringLength(min = 22, max = 60) String nonce) {
    assertThat(CspNonces.steady("script-src 'nonce-" + nonce + "' x", Set.of("seen")))
        .isEqualTo("script-src 'nonce-new' x");
  }

  @Property
  void onlyNoncesAreReplaced(@ForAll @StringLength(max = 60) String text) {
    if (!text.toLowerCase(Locale.ROOT).contains("nonce-")) {
      assertThat(CspNonces.steady(text, Set.of())).isEqualTo(text);
    }
  }
}
