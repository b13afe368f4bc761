package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Hop.Field;

class HeadTest {

  @Test
  void keepsFieldLinesApartInTheirOrderAndInTheirCase() {
    assertThat(fields("set-cookie: a=1", "X-A: x", "Set-Cookie: b=2", "X-A: y"))
        .containsExactly(
            new Field("set-cookie", "a=1"),
            new Field("X-A", "x"),
            new Field("Set-Cookie", "b=2"),
            new Field("X-A", "y"));
  }

  @Test
  void takesTheBlanksOffAroundAValueAndNoneWithin() {
    assertThat(head("HTTP/1.1 200 OK\r\nA:\t  b \t c\t\r\nB:\r\nC:::\r\n\r\n").fields())
        .containsExactly(new Field("A", "b \t c"), new Field("B", ""), new Field("C", "::"));
  }

  @Test
  void keepsEveryOctetAsOneCharacter() {
    assertThat(fields("Server: caf\u00e9 \u00c3\u00a9 \u0000\u0001\u007f\u00ff"))
        .containsExactly(new Field("Server", "caf\u00e9 \u00c3\u00a9 \u0000\u0001\u007f\u00ff"));
  }

  @Test
  void keepsWhatIsNoFieldLine() {
    assertThat(fields("no colon here", ": no name", "A : blank before"))
        .containsExactly(
            new Field("", "no colon here"),
            new Field("", "no name"),
            new Field("A ", "blank before"));
  }

  @Test
  void unfoldsFoldedLines() {
    assertThat(head("HTTP/1.1 200 OK\r\nA: b;\r\n  c\r\n\td\r\n\r\n").fields())
        .containsExactly(new Field("A", "b; c d"));
  }

  @Test
  void takesBareLineFeeds() {
    assertThat(head("HTTP/1.0 404 Not Found\nA: b\n\n"))
        .isEqualTo(new Head(404, List.of(new Field("A", "b"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 99 x\r\n\r\n",
        "HTTP/1.1 2000 x\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "http/1.1 200 OK\r\n\r\n",
        "ICY 200 OK\r\n\r\n",
        "SSH-2.0-x\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "<html>\r\n\r\n"
      })
  void readsNothingThatIsNoHeadOfHttp1(String octets) {
    assertThat(Head.read(octets.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 200\r\n\r\n", "HTTP/1.1 200 \r\n\r\n", "HTTP/1.0 200 A B\r\n\r\n"})
  void needsNoReason(String octets) {
    assertThat(head(octets)).isEqualTo(new Head(200, List.of()));
  }

  @Provide
  Arbitrary<List<Field>> fields() {
    var names =
        Arbitraries.strings().withChars("!#$%&'*+-.^_`|~09AZaz").ofMinLength(1).ofMaxLength(20);
    var values =
        Arbitraries.strings()
            .withCharRange('!', '\u00ff')
            .withChars(" \t")
            .ofMaxLength(50)
            .filter(value -> value.equals(value.strip()));
    return Combinators.combine(names, values).as(Field::new).list().ofMaxSize(30);
  }

  @Property
  void readsBackWhateverWasSent(@ForAll("fields") List<Field> fields) {
    var sent =
        fields.stream()
            .map(field -> field.name() + ": " + field.value() + "\r\n")
            .collect(Collectors.joining("", "HTTP/1.1 200 OK\r\n", "\r\n"));

    assertThat(head(sent).fields()).isEqualTo(fields);
  }

  @FuzzTest
  void survivesAnything(FuzzedDataProvider data) {
    var start = data.consumeBoolean() ? "HTTP/1.1 200 OK\r\n" : "";
    var rest = new String(data.consumeRemainingAsBytes(), StandardCharsets.ISO_8859_1);
    Head.read((start + rest).getBytes(StandardCharsets.ISO_8859_1))
        .ifPresent(head -> assertThat(head.status()).isBetween(100, 999));
  }

  private static List<Field> fields(String... lines) {
    return head("HTTP/1.1 200 OK\r\n" + String.join("\r\n", lines) + "\r\n\r\n").fields();
  }

  private static Head head(String octets) {
    return Head.read(octets.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
  }
}
