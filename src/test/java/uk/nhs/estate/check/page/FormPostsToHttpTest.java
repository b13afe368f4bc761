package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;
import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.check.page.PageSamples.page;
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

class FormPostsToHttpTest extends CheckTest {

  FormPostsToHttpTest() {
    super(new FormPostsToHttp());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("to the page itself"),
        passes("to https", body("<form action=https://x.test/></form>")),
        fails(
            "to http",
            new Verdict.Fail("x.test", "http://x.test/s"),
            body("<form method=post action=http://x.test/s></form>")),
        fails(
            "a password",
            new Verdict.Fail("x.test", "a password, to http://x.test/s"),
            body("<table><form action=http://x.test/s><tr><td><input type=password></table>")),
        fails(
            "by a button",
            new Verdict.Fail("x.test", "http://x.test/s"),
            body("<form id=f></form><button form=f formaction=http://x.test/s>x</button>")),
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
