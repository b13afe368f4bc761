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

class GeneratorVersionShownTest extends CheckTest {

  GeneratorVersionShownTest() {
    super(new GeneratorVersionShown());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no generator"),
        passes("one without a version", body("<meta name=generator content='Drupal'>")),
        fails(
            "one with it",
            new Verdict.Fail("WordPress", "WordPress 6.4.2"),
            body("<meta name=Generator content='WordPress 6.4.2'>")),
        fails(
            "in the middle",
            new Verdict.Fail("Drupal", "Drupal 10 (https://www.drupal.org)"),
            body("<meta name=generator content='Drupal 10 (https://www.drupal.org)'>")),
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
