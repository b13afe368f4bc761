package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class MixedContentPassiveTest extends PageCheckTest {

  MixedContentPassiveTest() {
    super(new MixedContentPassive());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("https"),
        passes("a data image", body("<img src=data:image/gif;base64,R0lGOD>")),
        fails(
            "an image",
            new Verdict.Fail("x.test", "image http://x.test/a.png"),
            body("<img src=http://x.test/a.png>")),
        fails(
            "once for each host",
            new Verdict.Fail("x.test", "a.png"),
            body("<img src=http://x.test/a.png><video src=http://x.test/a.mp4></video>")),
        fails(
            "an image in an attribute with CSS",
            new Verdict.Fail("x.test", "image"),
            body("<p style=\"background: url('http://x.test/a.png')\">x</p>")));
  }
}
