package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.stream.Stream;

class FrameOptionsNotUnderstoodTest extends PageCheckTest {
  private static final String XFO = "X-Frame-Options";

  FrameOptionsNotUnderstoodTest() {
    super(new FrameOptionsNotUnderstood());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("SAMEORIGIN"),
        passes("twice, in any letters", header(XFO, "deny", "DENY")),
        passes("everybody may, in a word that is known", header(XFO, "ALLOWALL")),
        fails("not valid", "pass over deny;", header(XFO, "DENY;")),
        fails(
            "withdrawn from the standard",
            "allow-from https://a.test",
            header(XFO, "ALLOW-FROM https://a.test")),
        fails("beside one that is known", "pass over x", header(XFO, "DENY, x")),
        doesNotApply("none", "sends no " + XFO, header(XFO)));
  }
}
