package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

/// Tests a check of pages, which cannot judge what hides them.
abstract class PageCheckTest extends CheckTest {

  PageCheckTest(Check check) {
    super(check);
  }

  /// Its own examples.
  abstract Stream<Example> pages();

  @Override
  protected final Stream<Example> examples() {
    return Stream.concat(
        pages(),
        Stream.of(
            cannotTell("robots are turned away", "403", status(403)),
            cannotTell("silence", "in time", secure(obstructed(SECURE))),
            doesNotApply(
                "it only redirects",
                "only redirects",
                secure(
                    answered(
                        hop(SECURE, 301, "Location: https://x.test/"),
                        hop("https://x.test/", 200)))),
            doesNotApply("it answers programs", "programs", json()),
            cannotTellWithout(Topic.HTTP)));
  }
}
