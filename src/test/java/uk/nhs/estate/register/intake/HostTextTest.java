package uk.nhs.estate.register.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;

class HostTextTest {

  @ParameterizedTest
  @CsvSource({
    "http://www.x.org.uk, www.x.org.uk, []",
    "www.x.org.uk/, www.x.org.uk, []",
    "Https://x.nhs.uk, x.nhs.uk, []",
    "http:///x.nhs.uk, x.nhs.uk, []",
    "//x.nhs.uk, x.nhs.uk, []",
    "http://www.x.org.uk/path, www.x.org.uk, [PATH_DROPPED]",
    "'http://www.x.nhs.uk/welcome,40485.htm', www.x.nhs.uk, [PATH_DROPPED]",
    "www.x.nhs.uk?p=1, www.x.nhs.uk, [PATH_DROPPED]",
    "https://x.nhs.uk:8443/, x.nhs.uk, [PORT_DROPPED]",
    "WWW.X.NHS.UK, www.x.nhs.uk, [CASE_CHANGED]",
    "www.x.nhs.uk., www.x.nhs.uk, [FINAL_DOT_DROPPED]",
    "www.café.uk, www.xn--caf-dma.uk, [ENCODED]",
    "www.x .co.uk, www.x.co.uk, [SPACE_DROPPED]",
    "a.nhs.uk AND b.nhs.uk, a.nhs.uk b.nhs.uk, [SEVERAL_NAMES]",
    "'a.nhs.uk,b.nhs.uk; c.nhs.uk', a.nhs.uk b.nhs.uk c.nhs.uk, [SEVERAL_NAMES]",
    "a.nhs.uk https://A.nhs.uk/, a.nhs.uk, [CASE_CHANGED]",
    "x@y.nhs.uk www.y.nhs.uk, www.y.nhs.uk, [EMAIL_DROPPED]",
    "'', '', []",
    "' \u00A0', '', []",
  })
  void takesTheHostsAndSaysWhatItLeftOut(String cell, String hosts, String kinds) {
    var read = HostText.parse("website", cell);
    assertThat(String.join(" ", read.hosts().stream().map(DomainName::ascii).toList()))
        .isEqualTo(hosts);
    assertThat(read.notes().stream().map(Note::kind).toList()).hasToString(kinds);
  }

  @Test
  void takesEightHostsFromACellAndNotNine() {
    var eight = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    String cell = String.join(".nhs.uk ", eight) + ".nhs.uk";
    assertThat(HostText.parse("website", cell).hosts()).hasSize(8);
    assertThatThrownBy(() -> HostText.parse("website", cell + " i.nhs.uk"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("names more than 8 websites");
  }

  @Test
  void takes2048CharactersAndNoMore() {
    String longest = "a.nhs.uk/" + "x".repeat(2_048 - 9);
    assertThat(HostText.parse("website", longest).hosts()).hasSize(1);
    assertThatThrownBy(() -> HostText.parse("website", longest + "x"))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("website"))
        .hasMessageContaining("is too long");
  }

  @Property
  void anyCellYieldsHostsOrARefusalThatCanBeShown(@ForAll("cells") String cell) {
    try {
      var read = HostText.parse("website", cell);
      assertThat(read.hosts()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(8);
      assertThat(read.hosts().isEmpty()).isEqualTo(cell.matches("(?U)\\s*"));
      for (var host : read.hosts()) {
        assertThat(HostText.parse("website", host.ascii()).hosts()).containsExactly(host);
      }
      assertThat(read.notes())
          .allMatch(note -> note.text().codePoints().noneMatch(Refusal::isInvisible));
    } catch (Refusal refusal) {
      assertThat(refusal.field()).isEqualTo("website");
      assertThat(refusal.message().codePoints().filter(Refusal::isInvisible)).isEmpty();
    }
  }

  @Provide
  Arbitrary<String> cells() {
    var piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "http://", "www.", "a.nhs.uk", ".uk", "@", " and ", ",", "/x", ":80", "É"),
            Arbitraries.strings().ofMaxLength(3));
    return piece.list().ofMaxSize(8).map(pieces -> String.join("", pieces));
  }
}
