package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;
import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class MixedContentPassiveTest extends CheckTest {

  MixedContentPassiveTest() {
    super(new MixedContentPassive());
  }

  @Override
  protected Stream<Example> examples() {
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
            body("<p style=\"background: url('http://x.test/a.png')\">x</p>")),
        cannotTell("robots are turned away", "403", status(403)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply(
            "it only redirects",
            "only redirects",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply("it answers programs", "programs", json()),
        cannotTellWithout(Topic.HTTP));
  }
}
