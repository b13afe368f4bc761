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

class IntegrityWithoutCrossoriginTest extends CheckTest {

  IntegrityWithoutCrossoriginTest() {
    super(new IntegrityWithoutCrossorigin());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no integrity"),
        passes("the same origin", body("<script src=/a.js integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")),
        passes(
            "with it", body("<script src=//x.test/a.js integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA crossorigin></script>")),
        passes("a digest that browsers pass over", body("<script src=//x.test/a.js integrity=x></script>")),
        fails(
            "without it",
            new Verdict.Fail("x.test/a.js", "script"),
            body("<script src=//x.test/a.js integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")),
        fails(
            "a name beside it is another origin",
            new Verdict.Fail("static.trust.nhs.uk/a.js", "script"),
            body("<script src=//static.trust.nhs.uk/a.js integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")),
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
