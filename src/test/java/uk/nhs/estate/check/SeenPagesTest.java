package uk.nhs.estate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.SoundSite;

class SeenPagesTest {
  private static final Visit UNTITLED = page("news", "<p>News");
  private static final Visit SOUND = page("about", "<title>About us</title><p>Us");
  private static final Visit SILENT = obstructed(SECURE + "contact");
  private static final Visit LIMITED = answered("<title>Later", hop(SECURE + "x", 429));

  @Test
  void aFaultOnAnyPageCountsAndSaysWhere() {
    assertThat(judge(SOUND, UNTITLED)).isEqualTo(new Verdict.Fail("title", "no title on /news"));
  }

  @Test
  void itIsAPassOnlyIfEveryPageWasSeen() {
    assertThat(judge(SOUND)).isEqualTo(new Verdict.Pass());
    assertThat(judge(SOUND, SILENT)).isInstanceOf(Verdict.Unknown.class);
    assertThat(judge(SOUND, LIMITED)).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void besideAPageThatWasHiddenAFaultResolvesNoOther() {
    assertThat(judge(UNTITLED, SILENT))
        .isEqualTo(
            new Verdict.Fail(
                List.of(new Fault("title", "no title on /news")),
                List.of(Verdict.Fail.ALL_OTHERS)));
  }

  private static Verdict judge(Visit... crawled) {
    return Verdict.ofMarkups(
        SoundSite.crawl(crawled),
        markup -> markup.title().isEmpty() ? List.of(new Fault("title", "no title")) : List.of());
  }

  private static Visit page(String path, String html) {
    return answered(html, hop(SECURE + path, 200, "Content-Type: text/html"));
  }
}
