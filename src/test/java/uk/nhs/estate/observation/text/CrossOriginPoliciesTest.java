package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginPoliciesTest {

  @Test
  void knowsWhatBrowsersKnow() {
    assertThat(CrossOriginPolicies.opener(List.of("same-origin; report-to=\"x\"")))
        .contains("same-origin");
    assertThat(CrossOriginPolicies.opener(List.of("noopener-allow-popups")))
        .contains("noopener-allow-popups");
    assertThat(CrossOriginPolicies.embedder(List.of("credentialless"))).contains("credentialless");
    assertThat(CrossOriginPolicies.embedder(List.of("unsafe-none"))).contains("unsafe-none");
    assertThat(CrossOriginPolicies.resource(List.of("same-site"))).contains("same-site");
    assertThat(CrossOriginPolicies.agentCluster(List.of("?1;x"))).contains(true);
    assertThat(CrossOriginPolicies.agentCluster(List.of("?0"))).contains(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SAME-ORIGIN",
        "\"same-origin\"",
        "same-origin, same-origin",
        "same-origin;",
        "cors",
        "1",
        "?1 "
      })
  void takesWhatBrowsersDoNotKnowForNothing(String field) {
    assertThat(CrossOriginPolicies.opener(List.of(field))).isEmpty();
    assertThat(CrossOriginPolicies.embedder(List.of(field))).isEmpty();
    assertThat(CrossOriginPolicies.resource(List.of(field))).isEmpty();
  }

  @Test
  void knowsNoParametersOfAResource() {
    assertThat(CrossOriginPolicies.resource(List.of("same-origin; report-to=\"x\""))).isEmpty();
    assertThat(CrossOriginPolicies.resource(List.of("same-origin", "same-origin"))).isEmpty();
    assertThat(CrossOriginPolicies.resource(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "true", "?2", "\"?1\"", "?1, ?1"})
  void takesForAnAgentClusterOnlyWhatIsTrueOrFalse(String field) {
    assertThat(CrossOriginPolicies.agentCluster(List.of(field))).isEmpty();
  }

  @Property
  void parametersChangeNothingOfATokenThatIsKnown(@ForAll @AlphaChars @NotEmpty String value) {
    assertThat(CrossOriginPolicies.opener(List.of("same-origin;report-to=\"" + value + '"')))
        .contains("same-origin");
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var fields = List.of(new String(bytes, ISO_8859_1));
    assertThat(CrossOriginPolicies.opener(fields)).isNotEqualTo(Optional.of(""));
    assertThat(CrossOriginPolicies.agentCluster(fields)).isNotNull();
  }
}
