package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
  private static final String SURPLUS = "HTTP/1.1 200 poison\r\n\r\n";

  @ParameterizedTest
  @CsvSource({
    "Content-Length: 5, hello",
    "content-length:5, hello",
    "Content-Length: 0, ''",
    "Transfer-Encoding: chunked, 5|hello|0||",
    "transfer-encoding: CHUNKED, 2;x=y|he|03|llo|000||",
    "Transfer-Encoding: chunked, 0|A: b|C: d||",
    "Transfer-Encoding: chunked, a|0123456789|0||",
  })
  void endsWhereTheAnswerDoes(String field, String content) {
    assertThat(taken("HTTP/1.1 200 OK\r\n" + field + "\r\n\r\n", content.replace("|", "\r\n")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void knowsAnswersWithoutContent(int status) {
    assertThat(taken("HTTP/1.1 " + status + " x\r\nContent-Length: 5\r\n\r\n", "")).isTrue();
  }

  /// What one program might read in one way and another in another.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A: b",
        "Content-Length: 5|Transfer-Encoding: chunked",
        "Content-Length: 5|Content-Length: 5",
        "Content-Length: 5|Content-Length: 6",
        "Content-Length: 5, 5",
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 0x5",
        "Content-Length: ",
        "Content-Length: 18446744073709551621",
        "Content-Length: \u0665",
        "Content-Length : 5",
        "Content-Length: 5|Content-Length : 6",
        "Content-Length: 5| 6",
        "Content-Length: 5|no colon",
        "Content-Length: 5|: no name",
        "Content-Length: 5|A: \u0000",
        "Content-Length: 5|A: b\rContent-Length: 6",
        "Content-Length: 5|A: b\nC: d",
        "Content-Length: 5|Connection: close",
        "Content-Length: 5|Connection: x, Close",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked|Transfer-Encoding: chunked",
        "Transfer-Encoding: xchunked",
      })
  void seesNoEndWhenInDoubt(String fields) {
    var head = "HTTP/1.1 200 OK\r\n" + fields.replace("|", "\r\n") + "\r\n\r\n";

    assertThat(framing(head).mayEnd(Integer.MAX_VALUE)).as(fields).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0 200 OK", "HTTP/1.2 200 OK", "HTTP/1.1 101 x"})
  void seesNoEndInOtherVersionsAndProtocols(String statusLine) {
    assertThat(framing(statusLine + "\r\nContent-Length: 5\r\n\r\n").mayEnd(100)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz|",
        "-5|",
        "|",
        ";x|",
        "5 |hello",
        "5|hellothere",
        "10000000000000000|",
        "5\nhello",
        "0|A: b\n",
        "0|\r\r",
        "2|he\r\r"
      })
  void seesNoEndInBadChunks(String content) {
    var framing = framing("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    var octets = octets(content.replace("|", "\r\n"));

    assertThat(framing.take(octets, 0, octets.length)).isEqualTo(octets.length);
    assertThat(framing.mayEnd(Integer.MAX_VALUE)).isFalse();
    assertThat(framing.ended()).isFalse();
  }

  @Property
  void findsTheEndOfAnyContentHoweverItArrives(
      @ForAll @Size(max = 9) List<@IntRange(min = 1, max = 40) Integer> chunks,
      @ForAll @IntRange(min = 1, max = 70) int atOnce) {
    var content = new StringBuilder();
    for (int size : chunks) {
      content.append(Integer.toHexString(size)).append("\r\n");
      content.append("x".repeat(size)).append("\r\n");
    }
    content.append("0\r\n\r\n");
    var octets = octets(content + SURPLUS);
    var framing = framing("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    int taken = 0;
    while (!framing.ended()) {
      taken += framing.take(octets, taken, Math.min(atOnce, octets.length - taken));
    }

    assertThat(taken).isEqualTo(content.length());
  }

  @FuzzTest
  void neverTakesMoreThanThereIs(FuzzedDataProvider data) {
    var head = octets("HTTP/1.1 200 OK\r\n" + data.consumeString(100) + "\r\n\r\n");
    var framing = Head.read(head).map(it -> Framing.of(it, head)).orElseGet(Framing::none);
    var octets = data.consumeRemainingAsBytes();

    int taken = framing.take(octets, 0, octets.length);

    assertThat(taken).isBetween(0, octets.length);
    assertThat(framing.ended() || taken == octets.length).isTrue();
  }

  /// Whether just the content is taken, and not what comes after it.
  private static boolean taken(String head, String content) {
    var framing = framing(head);
    var octets = octets(content + SURPLUS);
    return framing.take(octets, 0, octets.length) == content.length() && framing.ended();
  }

  private static Framing framing(String head) {
    var octets = octets(head);
    return Framing.of(Head.read(octets).orElseThrow(), octets);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
