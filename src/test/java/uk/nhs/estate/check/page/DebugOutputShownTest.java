package uk.nhs.estate.check.page;

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
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundSite;

class DebugOutputShownTest extends CheckTest {

  DebugOutputShownTest() {
    super(new DebugOutputShown());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a page"),
        passes("words about warnings", page("<p>Warning: floods in Kent")),
        fails("PHP", "PHP", page("<b>Warning</b>: mysqli in <b>/var/www/a.php</b> on line <b>3</b>")),
        fails("Django, with its status", "Django", secure(answered("You're seeing this error because you have <code>DEBUG = True</code>", SoundSite.status(500).secure().hops().getLast()))),
        fails("ASP.NET", "ASP.NET", page("<h1>Server Error in '/' Application.</h1><b>Stack Trace:</b> x <b>Version Information:</b> y")),
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
