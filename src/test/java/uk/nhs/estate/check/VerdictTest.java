package uk.nhs.estate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

  @Test
  void aFailureHasAFault() {
    assertThatThrownBy(() -> new Verdict.Fail(List.of(), List.of("hidden")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noFaultsPassUnlessSomethingWasHidden() {
    var fault = new Fault("x", "e");
    assertThat(Verdict.ofFaults(List.of())).isEqualTo(new Verdict.Pass());
    assertThat(Verdict.ofFaults(List.of(), List.of(), "why")).isEqualTo(new Verdict.Pass());
    assertThat(Verdict.ofFaults(List.of(), List.of("y"), "why"))
        .isEqualTo(new Verdict.Unknown("why"));
    assertThat(Verdict.ofFaults(List.of(fault), List.of("y"), "why"))
        .isEqualTo(new Verdict.Fail(List.of(fault), List.of("y")));
  }

  @Test
  void aTextIsCutWhereItIsTooLong() {
    assertThat(new Fault("s".repeat(300), "e".repeat(2000)))
        .isEqualTo(new Fault("s".repeat(300), "e".repeat(2000)))
        .satisfies(fault -> assertThat(fault.subject()).hasSize(300).endsWith("s"))
        .satisfies(fault -> assertThat(fault.evidence()).hasSize(2000).endsWith("e"));
    assertThat(new Fault("s".repeat(301), "e".repeat(2001)))
        .isEqualTo(new Fault("s".repeat(299) + "…", "e".repeat(1999) + "…"));
  }

  @Test
  void aTextIsNotCutInsideACharacter() {
    var heart = "💙";
    assertThat(new Fault("s".repeat(298) + heart, "").subject()).endsWith(heart).hasSize(300);
    assertThat(new Fault("s".repeat(298) + heart + "s", "").subject())
        .isEqualTo("s".repeat(298) + "…");
    assertThat(new Fault("s".repeat(297) + heart + "ss", "").subject())
        .isEqualTo("s".repeat(297) + heart + "…");
  }

  @Test
  void whatCannotBeKeptIsReplaced() {
    assertThat(new Fault("a\0b", "\uD83Dx\uDC99💙"))
        .isEqualTo(new Fault("a\uFFFDb", "\uFFFDx\uFFFD💙"));
    assertThat(new Verdict.Unknown("a\0").reason()).isEqualTo("a\uFFFD");
    assertThat(new Verdict.NotApplicable("\uD83D").reason()).isEqualTo("\uFFFD");
  }

  @Property
  void everyTextCanBeKept(@ForAll String text) {
    var fault = new Fault(text.repeat(20), text);
    assertThat(fault.subject().length()).isLessThanOrEqualTo(Fault.LONGEST_SUBJECT);
    for (var kept : List.of(fault.subject(), fault.evidence())) {
      assertThat(kept).doesNotContain("\0");
      assertThat(kept.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    }
    assertThat(new Fault(fault.subject(), fault.evidence())).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tls", "tls.", ".x", "TLS.x", "tls.x-", "tls.-x", "tls.x y", "t1.x"})
  void refusesWhatIsNoId(String id) {
    assertThatThrownBy(() -> rule(id, "dig {name}")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRuleHasWordsAndAStandard() {
    assertThat(rule("tls.version-1-3-missing", "dig {name}").topic()).isEqualTo("tls");
    assertThat(rule("a.b", "dig {name}; dig _dmarc.{name}").commandFor("x.test"))
        .isEqualTo("dig x.test; dig _dmarc.x.test");
    assertThatThrownBy(() -> rule("a.b", " ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rule.of("a.b", Severity.URGENT, "title", "why", "fix", "command"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Rule rule(String id, String command) {
    return Rule.of(id, Severity.URGENT, "title", "why", "fix", command, Standard.rfc(1034, "4.1"));
  }
}
