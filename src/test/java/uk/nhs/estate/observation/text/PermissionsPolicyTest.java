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

class PermissionsPolicyTest {

  @Test
  void knowsWhatIsOpenToAll() {
    assertThat(
            policy("camera=*, usb=(self *), midi=(), hid=self, serial=(\"https://a.test\")")
                .openToAll())
        .containsExactly("camera", "usb");
  }

  @Test
  void knowsWhatBrowsersPassOver() {
    assertThat(
            policy(
                    "camera=none, usb=?1, midi, hid=(self none), serial=\"https://a.test\","
                        + " battery=(\"https://a.test\" self);report-to=\"x\", no-such-feature=()")
                .notUnderstood())
        .containsExactly("camera", "usb", "midi", "hid");
  }

  @Test
  void isNoneWhenItIsWrittenLikeItsPredecessor() {
    assertThat(PermissionsPolicy.parse(List.of("camera 'none'; usb 'self'"))).isEmpty();
    assertThat(PermissionsPolicy.parse(List.of("camera=('self')"))).isEmpty();
    assertThat(PermissionsPolicy.parse(List.of("camera=(https://a.test)"))).isPresent();
  }

  @Test
  void fieldLinesAreOneDictionary() {
    assertThat(PermissionsPolicy.parse(List.of("camera=*", "camera=()")).orElseThrow().openToAll())
        .isEmpty();
  }

  @Property
  void opensAnyFeatureThatHasAStar(@ForAll @LowerChars @NotEmpty String feature) {
    assertThat(policy(feature + "=*").openToAll()).containsExactly(feature);
    assertThat(policy(feature + "=()").openToAll()).isEmpty();
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    PermissionsPolicy.parse(List.of(new String(bytes, ISO_8859_1)))
        .ifPresent(
            policy ->
                assertThat(policy.features().keySet())
                    .containsAll(policy.openToAll())
                    .containsAll(policy.notUnderstood()));
  }

  private static PermissionsPolicy policy(String field) {
    return PermissionsPolicy.parse(List.of(field)).orElseThrow();
  }
}
