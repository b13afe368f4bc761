package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.markup;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class LanguageMissingTest extends CheckTest {

  LanguageMissingTest() {
    super(new LanguageMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a language"),
        fails("none", "no lang", markup(text -> text.replace(" lang=\"en\"", ""))),
        fails("an empty one", "no lang", markup(text -> text.replace("lang=\"en\"", "lang"))),
        doesNotApply("an error", "status 404", status(404)),
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
