package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class FrameOverHttpTest extends PageCheckTest {

  FrameOverHttpTest() {
    super(new FrameOverHttp());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("no frame"),
        passes("a frame by https", body("<iframe src=https://x.test/></iframe>")),
        fails(
            "a frame by http",
            new Verdict.Fail("x.test", "frame http://x.test/"),
            body("<iframe src=http://x.test/></iframe>")));
  }
}
