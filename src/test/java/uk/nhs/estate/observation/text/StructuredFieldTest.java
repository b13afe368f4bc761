package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.text.StructuredField.Bare;
import uk.nhs.estate.observation.text.StructuredField.DisplayText;
import uk.nhs.estate.observation.text.StructuredField.Fraction;
import uk.nhs.estate.observation.text.StructuredField.InnerList;
import uk.nhs.estate.observation.text.StructuredField.Item;
import uk.nhs.estate.observation.text.StructuredField.Moment;
import uk.nhs.estate.observation.text.StructuredField.Octets;
import uk.nhs.estate.observation.text.StructuredField.Text;
import uk.nhs.estate.observation.text.StructuredField.Token;
import uk.nhs.estate.observation.text.StructuredField.Truth;
import uk.nhs.estate.observation.text.StructuredField.Whole;

class StructuredFieldTest {

  @Test
  void readsEveryKindOfValue() {
    assertReads("  -042 ", new Whole(-42));
    assertReads("999999999999999", new Whole(999_999_999_999_999L));
    assertReads("123456789012.125", new Fraction(new BigDecimal("123456789012.125")));
    assertReads("\"a \\\"b\\\" \\\\\"", new Text("a \"b\" \\"));
    assertReads("\"\"", new Text(""));
    assertReads("*a/b:c", new Token("*a/b:c"));
    assertReads("same-origin", new Token("same-origin"));
    assertReads(":aGVsbG8=:", new Octets("hello"));
    assertReads(":aGVsbG8:", new Octets("hello"));
    assertReads("?1", new Truth(true));
    assertReads("?0", new Truth(false));
    assertReads("@-1659578233", new Moment(-1_659_578_233));
    assertReads("%\"f%c3%bc\"", new DisplayText("fü"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\ta",
        "a\t",
        "a, b",
        "a b",
        "a;",
        "a;B",
        "a;=1",
        "a;b=",
        "-",
        "--1",
        "1.",
        "1.2345",
        "1234567890123.1",
        "1000000000000000",
        ".5",
        "\"a",
        "\"a\\b\"",
        "\"a\\",
        "\"ü\"",
        "\"a\u007f\"",
        "'a'",
        ":a",
        ":a!:",
        "?2",
        "?",
        "@",
        "@1.5",
        "@a",
        "%\"%C3%BC\"",
        "%\"%c3\"",
        "%\"%c",
        "%a",
        "(a)",
        "{}",
        "ü",
        "a\uFFFF",
        "\uFFFF"
      })
  void takesWhatBreaksTheGrammarForNoItem(String field) {
    assertThat(StructuredField.item(List.of(field))).isEmpty();
  }

  @Test
  void readsParametersOfWhichTheLastOfOneKeyCounts() {
    assertThat(StructuredField.item(List.of("a; b;c=1;b=\"x\";*d=?0")))
        .contains(
            new Item(
                new Token("a"),
                Map.of(
                    "b", new Text("x"),
                    "c", new Whole(1),
                    "*d", new Truth(false))));
  }

  @Test
  void readsListsAndListsInThem() {
    assertThat(StructuredField.list(List.of("a \t,\t( b  c;x );y", "()")))
        .contains(
            List.of(
                item("a"),
                new InnerList(
                    List.of(item("b"), new Item(new Token("c"), Map.of("x", new Truth(true)))),
                    Map.of("y", new Truth(true))),
                new InnerList(List.of(), Map.of())));
    assertThat(StructuredField.list(List.of("")).orElseThrow()).isEmpty();
    assertThat(StructuredField.list(List.of())).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,", ",a", "a,,b", "(a", "(a,b)", "(a(b))", "(a\tb)", "a b", "("})
  void takesWhatBreaksTheGrammarForNoList(String field) {
    assertThat(StructuredField.list(List.of(field))).isEmpty();
  }

  @Test
  void readsDictionariesOfWhichTheLastOfOneKeyCounts() {
    assertThat(StructuredField.dictionary(List.of("a=1, b;x, c=(d)", "a=2")).orElseThrow())
        .containsExactly(
            Map.entry("a", new Item(new Whole(2), Map.of())),
            Map.entry("b", new Item(new Truth(true), Map.of("x", new Truth(true)))),
            Map.entry("c", new InnerList(List.of(item("d")), Map.of())));
    assertThat(StructuredField.dictionary(List.of()).orElseThrow()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A=1", "a =1", "a= 1", "a=", "a=1;", "a=1,", "a=1 b=2", "1=a", "a='none'", "a:1"})
  void takesWhatBreaksTheGrammarForNoDictionary(String field) {
    assertThat(StructuredField.dictionary(List.of(field))).isEmpty();
  }

  @Property
  void readsNumbersAsTheyAreWritten(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long number) {
    assertReads(Long.toString(number), new Whole(number));
  }

  @Property
  void readsAnyTextThatIsQuoted(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 50) String text) {
    assertReads('"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"', new Text(text));
  }

  @Property
  void linesAndCommasMeanTheSame(
      @ForAll @NotEmpty @Size(max = 5) List<@AlphaChars @NotEmpty String> members) {
    assertThat(StructuredField.list(members))
        .isPresent()
        .isEqualTo(StructuredField.list(List.of(String.join(" , ", members))));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var lines = List.of(new String(bytes, ISO_8859_1));
    var item = StructuredField.item(lines);
    var list = StructuredField.list(lines);
    assertThat(StructuredField.dictionary(lines)).isNotNull();
    assertThat(item.isEmpty() || list.orElseThrow().equals(List.of(item.get()))).isTrue();
  }

  private static Item item(String token) {
    return new Item(new Token(token), Map.of());
  }

  private static void assertReads(String field, Bare value) {
    assertThat(StructuredField.item(List.of(field))).contains(new Item(value, Map.of()));
  }
}
