package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.stream.Stream;

class ClearSiteDataOnPageTest extends PageCheckTest {
  private static final String CSD = "Clear-Site-Data";

  ClearSiteDataOnPageTest() {
    super(new ClearSiteDataOnPage());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("none"),
        passes("what was cached", header(CSD, "\"cache\"")),
        passes("what browsers pass over", header(CSD, "cookies")),
        fails("cookies", "\"cookies\"", header(CSD, "\"cache\", \"cookies\"")),
        fails("what scripts have kept", "\"storage\"", header(CSD, "\"cache\"", "\"storage\"")),
        fails("everything", "\"*\"", header(CSD, "\"*\"")));
  }
}
