package uk.nhs.estate.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.TestService;

class RequestIdsTest {
  private static final String ID = "X-Request-ID";
  private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @ParameterizedTest
  @ValueSource(strings = {"a", "7f1c-3", "!~[x]", "%00", "<script>"})
  void theCallersIdIsMirrored(String id) {
    assertThat(answered(id)).isEqualTo(id);
  }

  @Test
  void anIdOf128CharactersIsTheLongest() {
    assertThat(answered("a".repeat(128))).hasSize(128);
    assertThat(answered("a".repeat(129))).matches(UUID_SHAPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "tab\there", ""})
  void anIdThatCannotBeShownIsReplaced(String id) {
    assertThat(answered(id)).matches(UUID_SHAPE);
  }

  @Test
  void twoIdsAreReplacedByOne() {
    var answer = TestService.shared().get("/api/v1/checks", ID, "one", ID, "two");
    assertThat(answer.headers().allValues(ID)).hasSize(1).first().asString().matches(UUID_SHAPE);
  }

  @Test
  void aRequestWithoutAnIdGetsOneOfItsOwn() {
    var service = TestService.shared();
    var first = service.get("/nowhere").headers().firstValue(ID).orElseThrow();
    assertThat(first).matches(UUID_SHAPE);
    assertThat(service.get("/nowhere").headers().firstValue(ID).orElseThrow()).isNotEqualTo(first);
  }

  private static String answered(String id) {
    return TestService.shared().get("/api/v1/checks", ID, id).headers().firstValue(ID).orElse("");
  }
}
