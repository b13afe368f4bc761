package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.check.page.PageSamples.page;
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

class TitleMissingTest extends CheckTest {

  TitleMissingTest() {
    super(new TitleMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a title"),
        fails("none", "no title", markup(text -> text.replace("<title>Practice trust</title>", ""))),
        fails("an empty one", "no title", markup(text -> text.replace("Practice trust</title>", " </title>"))),
        fails("that of a drawing", "no title", page("<svg><title>x</title></svg><a href=/>x</a>")),
        doesNotApply("an error", "status 404", status(404)),
        doesNotApply("a page that no server's owner made", "no page was put there", page("<title>Welcome to nginx!</title>")),
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
