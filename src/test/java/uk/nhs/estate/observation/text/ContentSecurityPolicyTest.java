package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.text.ContentSecurityPolicy.Framing;

class ContentSecurityPolicyTest {

  @Test
  void splitsDirectivesAtSemicolonsAndValuesAtWhiteSpace() {
    assertThat(
            one(" default-src\t'self'  https://a.test ;; Upgrade-Insecure-Requests ; ")
                .directives())
        .isEqualTo(
            Map.of(
                "default-src",
                List.of("'self'", "https://a.test"),
                "upgrade-insecure-requests",
                List.of()));
  }

  @Test
  void theFirstOfTwoDirectivesCounts() {
    assertThat(one("script-src 'none'; SCRIPT-SRC *").directive("script-src"))
        .contains(List.of("'none'"));
  }

  @Test
  void fieldLinesAndCommasPartPolicies() {
    assertThat(
            ContentSecurityPolicy.parse(
                List.of("default-src a.test, img-src b.test", "font-src *")))
        .extracting(policy -> policy.directives().keySet().iterator().next())
        .containsExactly("default-src", "img-src", "font-src");
  }

  @Test
  void aPolicyWithoutDirectivesIsNone() {
    assertThat(ContentSecurityPolicy.parse(List.of())).isEmpty();
    assertThat(ContentSecurityPolicy.parse(List.of("", " ; ,\t;", ","))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          default-src 'none'                    | UNSAID
          frame-ancestors                       | RESTRICTED
          frame-ancestors 'none'                | RESTRICTED
          frame-ancestors 'self'                | RESTRICTED
          FRAME-ANCESTORS https://a.test        | RESTRICTED
          frame-ancestors https://*.a.test      | RESTRICTED
          frame-ancestors *.a.test              | RESTRICTED
          frame-ancestors 'self'; frame-ancestors * | RESTRICTED
          frame-ancestors *                     | BY_ANYBODY
          frame-ancestors *:*                   | BY_ANYBODY
          frame-ancestors 'self' *              | BY_ANYBODY
          frame-ancestors https:                | BY_ANYBODY
          frame-ancestors HTTP:                 | BY_ANYBODY
          frame-ancestors https://*             | BY_ANYBODY
          frame-ancestors https://*:443         | BY_ANYBODY
          frame-ancestors https://*:8443        | BY_ANYBODY
          frame-ancestors ws:                   | BY_ANYBODY
          frame-ancestors https://*/            | BY_ANYBODY
          frame-ancestors https://*/a/          | RESTRICTED
          frame-ancestors data:                 | RESTRICTED
          frame-ancestors 'none' *              | BY_ANYBODY
          """)
  void knowsWhoMayFrameThePage(String policy, Framing framing) {
    assertThat(one(policy).framing()).isEqualTo(framing);
  }

  @Property
  void keepsTheFirstDirectiveOfEachName(
      @ForAll @Size(min = 1, max = 12)
          List<@AlphaChars @StringLength(min = 1, max = 3) String> names) {
    var text = new StringBuilder();
    for (int at = 0; at < names.size(); at++) {
      text.append(names.get(at)).append(' ').append(at).append(';');
    }
    var policy = one(text.toString());
    var lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    assertThat(policy.directives().keySet())
        .containsExactlyElementsOf(lower.stream().distinct().toList());
    policy
        .directives()
        .forEach(
            (name, values) ->
                assertThat(values).containsExactly(String.valueOf(lower.indexOf(name))));
  }

  @Property
  void readsAnyText(@ForAll @Size(max = 5) List<@StringLength(max = 100) String> fields) {
    assertThat(ContentSecurityPolicy.parse(fields))
        .allSatisfy(policy -> assertThat(policy.directives()).isNotEmpty());
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    ContentSecurityPolicy.parse(List.of(new String(bytes, ISO_8859_1)))
        .forEach(policy -> assertThat(policy.framing()).isNotNull());
  }

  private static ContentSecurityPolicy one(String field) {
    var policies = ContentSecurityPolicy.parse(List.of(field));
    assertThat(policies).hasSize(1);
    return policies.getFirst();
  }
}
