package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Hop.Field;

class HeadRecorderTest {
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nA: b\r\nC: d\r\n\r\nbody\n\nmore";

  @Property
  void recordsTheHeadHoweverItArrives(@ForAll @IntRange(min = 1, max = 60) int atOnce)
      throws IOException {
    var recorder = recorder(ANSWER, 1000);
    var passed = new StringBuilder();
    var buffer = new byte[atOnce];
    for (int count = recorder.read(buffer); count >= 0; count = recorder.read(buffer)) {
      passed.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
    }

    assertThat(passed).hasToString(ANSWER);
    assertThat(recorder.head())
        .hasValue(new Head(200, List.of(new Field("A", "b"), new Field("C", "d"))));
  }

  @Test
  void passesInterimAnswersOver() throws IOException {
    var recorder =
        recorder("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 x\n\n" + ANSWER, 1000);

    assertThat(recorder.readAllBytes()).asString().isEqualTo(ANSWER);
    assertThat(recorder.head().orElseThrow().status()).isEqualTo(200);
  }

  @Test
  void hasNoHeadUntilItHasPassedWhole() throws IOException {
    for (var part :
        List.of("", "HTTP/1.1 200 OK\r\nA: b\r\n", "HTTP/1.1 100 x\r\n\r\n", "x\r\n\r\n")) {
      var recorder = recorder(part, 1000);
      recorder.readAllBytes();
      assertThat(recorder.head()).as(part).isEmpty();
    }
  }

  @Test
  void letsNoHeadPassThatIsTooLarge() {
    var endless = "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(1000);

    assertThatThrownBy(() -> recorder(endless, 4000).readAllBytes()).isInstanceOf(TooLarge.class);
    assertThatThrownBy(() -> recorder("x".repeat(4001), 4000).readAllBytes())
        .isInstanceOf(TooLarge.class);
    assertThatThrownBy(() -> recorder("HTTP/1.1 100 x\r\n\r\n".repeat(1000), 4000).readAllBytes())
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void doesNotWaitForTheEndOfWhatIsNoAnswer() throws IOException {
    var first = "SSH-2.0-x\r\n".getBytes(StandardCharsets.ISO_8859_1);
    var recorder =
        new HeadRecorder(
            new SequenceInputStream(new ByteArrayInputStream(first), new Never()), 1000);

    assertThat(recorder.readNBytes(first.length)).isEqualTo(first);
  }

  /// What must not be read.
  private static final class Never extends InputStream {
    @Override
    public int read() {
      throw new AssertionError("read on");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      throw new AssertionError("read on");
    }
  }

  @Test
  void letsAnyAmountPassAfterTheHead() throws IOException {
    var recorder = recorder(ANSWER + "x".repeat(100_000), 50);

    assertThat(recorder.readAllBytes()).hasSize(100_000 + ANSWER.length());
  }

  private static HeadRecorder recorder(String octets, int most) {
    return new HeadRecorder(
        new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1)), most);
  }
}
