package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-24T13:05:00Z|24 November 2026, 1:05pm",
        "2026-11-24T09:00:59Z|24 November 2026, 9am",
        "2026-11-24T12:00:00Z|24 November 2026, midday",
        "2026-11-24T12:30:00Z|24 November 2026, 12:30pm",
        "2026-11-24T00:00:00Z|24 November 2026, midnight",
        "2026-11-24T00:01:00Z|24 November 2026, 12:01am",
        "2026-06-30T23:30:00Z|1 July 2026, 12:30am"
      })
  void saysATimeAsClocksInLondonShowIt(Instant moment, String words) {
    assertThat(When.words(moment)).isEqualTo(words);
  }

  @Test
  void givesProgramsTheMomentAndTheDay() {
    var out = new StringOutput();
    When.at(Instant.parse("2026-11-24T13:05:00Z")).writeTo(new OwaspHtmlTemplateOutput(out));
    When.on(LocalDate.of(2026, 1, 2), "never").writeTo(new OwaspHtmlTemplateOutput(out));
    When.on(null, "a < b").writeTo(new OwaspHtmlTemplateOutput(out));
    assertThat(out.toString())
        .isEqualTo(
            "<time datetime=\"2026-11-24T13:05:00Z\">24 November 2026, 1:05pm</time>"
                + "<time datetime=\"2026-01-02\">2 January 2026</time>a &lt; b");
  }

  @ParameterizedTest
  @CsvSource({"PT24H,24 hours", "P2D,2 days", "PT90M,90 minutes", "PT3S,1 minute"})
  void saysALengthInTheLargestUnitThatFits(Duration length, String words) {
    assertThat(When.words(length)).isEqualTo(words);
  }
}
