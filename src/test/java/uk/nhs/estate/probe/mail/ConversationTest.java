package uk.nhs.estate.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.MailServerFacts.Turn;

class ConversationTest {

  @Test
  void saysACommandAndHearsAllLinesOfItsReply() throws IOException {
    var out = new ByteArrayOutputStream();

    assertThat(talk("250-mx\r\n250 SIZE\r\n221 bye\r\n", out).say("EHLO me"))
        .isEqualTo(new Turn("EHLO me", List.of("250-mx", "250 SIZE")));
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("EHLO me\r\n");
  }

  @Test
  void leavesAloneWhatComesAfterTheReply() throws IOException {
    var in = new ByteArrayInputStream(octets("220 go\r\n\u0016\u0003"));

    new Conversation(in, new ByteArrayOutputStream()).hear("STARTTLS");
    assertThat(in.readAllBytes()).containsExactly(0x16, 3);
  }

  @Test
  void hearsALineOfAnyLengthThatServersSend() throws IOException {
    var longest = "220 " + "x".repeat(2044);

    assertThat(hear(longest + "\n").reply()).containsExactly(longest);
    assertThatThrownBy(() -> hear(longest + "x\n")).hasMessage("a line of more than 2048 octets");
  }

  @Test
  void hearsAHundredLinesAndNoMore() throws IOException {
    assertThat(hear("220-x\r\n".repeat(99) + "220 x\r\n").reply()).hasSize(100);
    assertThatThrownBy(() -> hear("220-x\r\n".repeat(100) + "220 x\r\n"))
        .hasMessage("a reply of more than 100 lines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "22 x", "2200", "220x", "120 x", "620 x", " 220 x", "220\tx"})
  void refusesWhatIsNoReply(String line) {
    assertThatThrownBy(() -> hear(line + "\r\n"))
        .hasMessageStartingWith("this is no reply of SMTP");
  }

  @Property(tries = 300)
  void givesAReplyOrSaysWhyNot(
      @ForAll @StringLength(max = 400) @CharRange(from = '\0', to = '\u00ff') String octets,
      @ForAll boolean begun) {
    try {
      var turn = hear((begun ? "250-" : "") + octets);
      assertThat(turn.code()).isBetween(200, 599);
      assertThat(turn.reply()).isNotEmpty().noneMatch(line -> line.contains("\n"));
      assertThat(turn.keywords()).hasSize(turn.reply().size() - 1);
    } catch (IOException e) {
      assertThat(e.getMessage() == null ? "" : e.getMessage()).hasSizeLessThan(3000);
    }
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var in = new ByteArrayInputStream(bytes);
    try {
      assertThat(new Conversation(in, new ByteArrayOutputStream()).hear("").code()).isPositive();
    } catch (IOException _) {
      // It says so.
    }
  }

  private static Turn hear(String octets) throws IOException {
    return talk(octets, new ByteArrayOutputStream()).hear("");
  }

  private static Conversation talk(String octets, ByteArrayOutputStream out) {
    return new Conversation(new ByteArrayInputStream(octets(octets)), out);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
