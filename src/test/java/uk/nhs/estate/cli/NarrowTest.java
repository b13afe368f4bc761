package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NarrowTest {

  @Test
  void aLineThatFitsStaysAsItIs() {
    assertThat(narrow("  a  " + "b".repeat(95))).isEqualTo("  a  " + "b".repeat(95) + "\n");
  }

  @Test
  void aLongerOneGoesOnWhereItsTextBegan() {
    var lines = narrow("    Seen    " + "word ".repeat(30)).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).startsWith("    Seen    word").hasSizeLessThanOrEqualTo(100);
    assertThat(lines.getLast()).startsWith(" ".repeat(12) + "word");
  }

  @Test
  void aWordThatDoesNotFitIsCut() {
    assertThat(narrow("  name  " + "x".repeat(250)).lines())
        .hasSize(3)
        .allMatch(line -> line.length() <= Narrow.COLUMNS);
  }

  @Test
  void aCommandGoesOnAfterABackslashAndNeverWithinQuotes() {
    var quoted = "'" + "q ".repeat(20) + "'";
    var lines =
        narrow("    See it  curl -s " + quoted + " -o /dev/null " + quoted).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).endsWith(" \\");
    assertThat(lines.getLast()).endsWith(quoted);
    var whole = "    See it  echo '" + "q ".repeat(60) + "'";
    assertThat(narrow(whole))
        .isEqualTo("    See it  echo \\\n" + " ".repeat(12) + "'" + "q ".repeat(60) + "'\n");
  }

  @Property(tries = 200)
  void nothingIsLost(@ForAll @AlphaChars @Chars({' '}) @StringLength(max = 400) String text) {
    assertThat(narrow(text).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    assertThat(narrow(text).lines()).allMatch(line -> line.length() <= Narrow.COLUMNS);
  }

  private static String narrow(String text) {
    var out = new StringWriter();
    var writer = new PrintWriter(out);
    Narrow.print(writer, wide -> wide.println(text));
    writer.flush();
    return out.toString();
  }
}
