package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginSharingTest {
  private static final String ORIGIN = "https://a.test";

  @Test
  void letsInWhomItNames() {
    assertThat(sharing(ORIGIN).lets(ORIGIN)).isTrue();
    assertThat(sharing(ORIGIN).lets("https://a.test:8443")).isFalse();
    assertThat(sharing("*").lets(ORIGIN)).isTrue();
    assertThat(sharing("null").lets("null")).isTrue();
    assertThat(new CrossOriginSharing(List.of(), List.of()).lets(ORIGIN)).isFalse();
    assertThat(sharing("HTTPS://A.TEST").lets(ORIGIN)).isFalse();
    assertThat(new CrossOriginSharing(List.of(ORIGIN, ORIGIN), List.of()).lets(ORIGIN)).isFalse();
  }

  @Test
  void letsInCookiesOnlyWhereItNamesTheOriginAndSaysTrue() {
    assertThat(sharing(ORIGIN, "true").letsWithCredentials(ORIGIN)).isTrue();
    assertThat(sharing(ORIGIN).letsWithCredentials(ORIGIN)).isFalse();
    assertThat(sharing(ORIGIN, "TRUE").letsWithCredentials(ORIGIN)).isFalse();
    assertThat(sharing(ORIGIN, "true", "true").letsWithCredentials(ORIGIN)).isFalse();
    assertThat(sharing("*", "true").letsWithCredentials(ORIGIN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "https://a.test",
        "http://localhost:3000",
        "https://[2001:db8::1]",
        "https://[2001:db8::1]:8443",
        "moz-extension://x_y"
      })
  void findsNothingWrongWithAnOrigin(String origin) {
    assertThat(sharing(origin).originProblem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.test",
        "*.test",
        "https://*.a.test",
        "https://a.test/",
        "https://A.test",
        "https://",
        "://a.test",
        "https://a.test:",
        "https://a.test:x",
        "https://a.test:123456",
        "https://a.test https://b.test",
        "https://a.test, https://b.test",
        "NULL",
        "\"null\""
      })
  void saysWhyBrowsersRefuseWhatIsNoOrigin(String origin) {
    assertThat(sharing(origin).originProblem()).isPresent();
  }

  @Test
  void saysWhyBrowsersSendNoCookies() {
    assertThat(sharing("*", "true").credentialsProblem()).isPresent();
    assertThat(sharing(ORIGIN, "True").credentialsProblem()).isPresent();
    assertThat(sharing(ORIGIN, "").credentialsProblem()).isPresent();
    assertThat(sharing("*", "False").credentialsProblem()).isEmpty();
    assertThat(sharing("*").credentialsProblem()).isEmpty();
    assertThat(sharing(ORIGIN, "true").credentialsProblem()).isEmpty();
  }

  @Property
  void letsInNobodyElse(@ForAll @LowerChars @NotEmpty String host) {
    var sharing = sharing("https://" + host, "true");
    assertThat(sharing.originProblem()).isEmpty();
    assertThat(sharing.letsWithCredentials("https://" + host)).isTrue();
    assertThat(sharing.lets("https://" + host + "x")).isFalse();
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    var sharing = sharing(text, text);
    assertThat(sharing.lets(text)).isTrue();
    assertThat(sharing.originProblem().isPresent() || sharing.credentialsProblem().isPresent())
        .isTrue();
  }

  private static CrossOriginSharing sharing(String origin, String... credentials) {
    return new CrossOriginSharing(List.of(origin), List.of(credentials));
  }
}
