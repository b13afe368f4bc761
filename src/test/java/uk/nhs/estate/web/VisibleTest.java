package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.Refusal;

class VisibleTest {

  @Test
  void spellsOutWhatCannotBeSeenAndEscapesTheRest() {
    assertThat(shown("<b>\u001B[31m\u202E&\r\nx"))
        .isEqualTo(
            "<bdi>&lt;b&gt;<span class=\"estate-invisible\">[U+001B]</span>[31m"
                + "<span class=\"estate-invisible\">[U+202E]</span>&amp;"
                + "<span class=\"estate-invisible\">[U+000D]</span>\nx</bdi>");
  }

  @Test
  void putsEachTextOnALineOfItsOwn() {
    var out = new StringOutput();
    Visible.lines(List.of("a", "<")).writeTo(new OwaspHtmlTemplateOutput(out));
    assertThat(out.toString()).isEqualTo("<bdi>a</bdi><br><bdi>&lt;</bdi>");
  }

  @Test
  void spellsOutInTitlesToo() {
    assertThat(Visible.text("a\u202Eb\uD800")).isEqualTo("a[U+202E]b[U+D800]");
  }

  @Property
  void noTextBecomesMarkup(@ForAll String text) {
    var body = Jsoup.parseBodyFragment(shown(text)).body();
    assertThat(body.select("*"))
        .allMatch(
            element ->
                element.is("body, bdi:only-child, span.estate-invisible")
                    && element.attributesSize() <= 1);
    assertThat(body.wholeText().codePoints())
        .noneMatch(point -> point != '\n' && Refusal.isInvisible(point));
  }

  private static String shown(String text) {
    var out = new StringOutput();
    Visible.of(text).writeTo(new OwaspHtmlTemplateOutput(out));
    return out.toString();
  }
}
