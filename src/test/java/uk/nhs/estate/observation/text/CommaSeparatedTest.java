package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CommaSeparatedTest {

  @Test
  void splitsAtCommasOutsideQuotationMarks() {
    assertThat(CommaSeparated.split(List.of("a,\t\"b,\\\",c\" , d")))
        .containsExactly("a", "\"b,\\\",c\"", "d");
    assertThat(CommaSeparated.split(List.of("a", "", " b "))).containsExactly("a", "", "b");
    assertThat(CommaSeparated.split(List.of(""))).containsExactly("");
    assertThat(CommaSeparated.split(List.of())).isEmpty();
    assertThat(CommaSeparated.split(List.of("\"a,b", "c"))).containsExactly("\"a,b,c");
    assertThat(CommaSeparated.split(List.of("\"a\\"))).containsExactly("\"a\\");
  }

  @Test
  void trimsSpacesAndTabsOnly() {
    assertThat(CommaSeparated.trim(" \ta b\u00A0\t ")).isEqualTo("a b\u00A0");
    assertThat(CommaSeparated.trim(" \t ")).isEmpty();
  }

  @Property
  void losesNothingButCommasAndSpaces(@ForAll @Size(max = 5) List<String> lines) {
    assertThat(bare(String.join("", CommaSeparated.split(lines))))
        .isEqualTo(bare(String.join("", lines)));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    assertThat(CommaSeparated.split(List.of(new String(bytes, ISO_8859_1)))).isNotEmpty();
  }

  private static String bare(String text) {
    return text.replaceAll("[, \\t]", "");
  }
}
