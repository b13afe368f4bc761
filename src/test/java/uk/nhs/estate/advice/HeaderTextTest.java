package uk.nhs.estate.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.register.Refusal;

class HeaderTextTest {

  @Test
  void readsWhatCurlPrints() {
    var text = parse("HTTP/2 200 \r\ncontent-type: text/html\r\nX-A:  b:c \r\n\r\n");
    assertThat(text.http()).isEqualTo("HTTP/2");
    assertThat(text.status()).isEqualTo(200);
    assertThat(text.fields())
        .containsExactly(new Hop.Field("content-type", "text/html"), new Hop.Field("X-A", "b:c"));
  }

  @Test
  void readsFieldLinesAloneInTheirOrderAndAsOftenAsTheyAreThere() {
    var text = parse("\uFEFFX: 1\nY:\nX: 2");
    assertThat(text.status()).isNull();
    assertThat(text.fields())
        .containsExactly(new Hop.Field("X", "1"), new Hop.Field("Y", ""), new Hop.Field("X", "2"));
  }

  @Test
  void keepsOctetsAsTheyWouldBeSent() {
    assertThat(parse("X: \u00E9").fields().getFirst().value()).isEqualTo("\u00C3\u00A9");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "X: 1\\nno field, line 2: “no field” is no field line",
        "add_header X 1;, line 1: “add_header X 1;” is no field line",
        "X : 1, line 1: “X : 1” is no field line",
        "X: 1\\n  folded, line 2: it begins with white space",
        "X: <0>, line 1: it holds the control character U+0000",
        "X: 1\\rY: 2, line 1: it holds the control character U+000D",
        "\\n\\nX: <1B>[31m, line 3: it holds the control character U+001B",
        "HTTP/1.1 200 OK\\nX: 1\\n\\nHTTP/1.1 200 OK, line 4: a second status line",
        "X: 1\\nHTTP/1.1 200 OK, line 2: a status line after field lines",
        "HTTP/1.1 301 Moved\\nX: 1, line 1: 301 is a redirect",
        "HTTP/1.1 100 Continue\\nX: 1, line 1: 100 is not the status of a whole answer",
        "HTTP/1.1 600 X\\nX: 1, line 1: 600 is not the status of a whole answer",
        "X: 1\\n\\n<html>, line 3: there is more after the empty line",
        "HTTP/1.1 200 OK\\n, It holds no field line",
        "\\n \\n, It holds no field line"
      })
  void saysWhichLineIsWrong(String escaped, String words) {
    var text = escaped.translateEscapes();
    assertThatThrownBy(() -> parse(controls(text)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void namesTheFile() {
    assertThatThrownBy(() -> HeaderText.parse("new.txt", "X".getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("new.txt, line 1: ");
    assertThatThrownBy(() -> HeaderText.parse("new.txt", new byte[0]))
        .hasMessageStartingWith("new.txt: it holds no field line");
  }

  @Test
  void takes64KibibytesAndNoMore() {
    var most = "X: " + "a".repeat(HeaderText.LONGEST - 3);
    assertThat(parse(most).fields()).hasSize(1);
    assertThatThrownBy(() -> parse(most + "a")).hasMessageContaining("65536 at the most");
  }

  @Property(tries = 300)
  void whateverIsGivenIsReadOrRefusedAndWhatIsReadHasNoControlCharacters(@ForAll byte[] octets) {
    try {
      var text = HeaderText.parse("", octets);
      assertThat(text.fields())
          .isNotEmpty()
          .allMatch(field -> field.value().chars().allMatch(c -> c >= ' ' || c == '\t'));
    } catch (Refusal refusal) {
      assertThat(refusal.message()).isNotBlank();
    }
  }

  private static String controls(String text) {
    return text.replace("<0>", "\0").replace("<1B>", "\33");
  }

  private static HeaderText parse(String text) {
    return HeaderText.parse("", text.getBytes(StandardCharsets.UTF_8));
  }
}
