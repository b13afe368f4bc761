package uk.nhs.estate.observation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContentTypeOptionsTest {

  @Test
  void onlyTheFirstValueCounts() {
    assertThat(ContentTypeOptions.isNosniff(List.of("nosniff"))).isTrue();
    assertThat(ContentTypeOptions.isNosniff(List.of(" NoSniff\t, x"))).isTrue();
    assertThat(ContentTypeOptions.isNosniff(List.of("nosniff", "x"))).isTrue();
    assertThat(ContentTypeOptions.isNosniff(List.of("nosniff,"))).isTrue();
    assertThat(ContentTypeOptions.isNosniff(List.of(", nosniff"))).isFalse();
    assertThat(ContentTypeOptions.isNosniff(List.of("x", "nosniff"))).isFalse();
  }

  @Test
  void nothingElseIsNosniff() {
    assertThat(ContentTypeOptions.isNosniff(List.of())).isFalse();
    assertThat(ContentTypeOptions.isNosniff(List.of(""))).isFalse();
    assertThat(ContentTypeOptions.isNosniff(List.of("\"nosniff\""))).isFalse();
    assertThat(ContentTypeOptions.isNosniff(List.of("nosniff;"))).isFalse();
  }

  @Property
  void whatFollowsAnEndedFirstValueChangesNothing(@ForAll List<String> more) {
    var fields = new ArrayList<>(more);
    fields.addFirst("nosniff");
    assertThat(ContentTypeOptions.isNosniff(fields)).isTrue();
  }
}
